using Connections.Data;
using Connections.Web.Features.Accounts;
using Connections.Web.Features.Ambassadors;
using Connections.Web.Features.Content;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Jobs;
using Connections.Web.Localization;
using Connections.Web.Mail;
using Connections.Web.Security;
using Connections.Web.Sites;
using Connections.Web.Starting;
using Connections.Web.Theming;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.AddSite();
builder.Services.AddTheming(builder.Configuration);
builder.Services.AddLanguages();
builder.Services.AddTimes();
builder.Services.AddData(builder.Configuration);
builder.AddWebSecurity();
builder.AddMailQueue();
builder.AddJobs();
builder.AddAccounts();
builder.Services.AddAmbassadors();
builder.Services.AddContent();
builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
builder.Services.AddHostedService<StartNotice>();

var app = builder.Build();
await app.PrepareAsync();
app.UseLanguages();
app.UseWebSecurity();
app.MapStaticAssets();
app.MapAccounts();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();

public partial class Program;
