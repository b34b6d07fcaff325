using Connections.Adapters.Blobs;
using Connections.Data;
using Connections.Web.Caching;
using Connections.Web.Features.Accounts;
using Connections.Web.Features.Ambassadors;
using Connections.Web.Features.Content;
using Connections.Web.Features.Directory;
using Connections.Web.Features.Events;
using Connections.Web.Features.Grants;
using Connections.Web.Features.Newsletters;
using Connections.Web.Features.Shared.Forms;
using Connections.Web.Features.Shared.Times;
using Connections.Web.Features.SiteFiles;
using Connections.Web.Features.WorkList;
using Connections.Web.Localization;
using Connections.Web.Security;
using Connections.Web.Starting;
using Connections.Web.Verbs;

if (args is ["review", .. var review])
{
    return await ReviewVerb.RunAsync(review, Console.In, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);
EarlyModel.Begin(builder.Configuration.GetConnectionString("Default"));
builder.AddHost();
builder.AddAccounts();
builder.Services.AddWorkList();
builder.Services.AddAmbassadors();
builder.Services.AddContent();
builder.Services.AddGrants();
builder.Services.AddSiteFiles();
builder.Services.AddDirectory();
builder.Services.AddEvents();
builder.Services.AddNewsletters();
builder.Services.AddPageCaching();
builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
builder.Services.AddHostedService<StartNotice>();

var app = builder.Build();
if (HostVerbs.Names(args))
{
    await app.PrepareAsync(importsPack: false);
    return await app.RunVerbAsync(args);
}

// Neither needs the other, and both take their time: the database is made ready while the addresses are mapped.
var prepared = Task.Run(() => app.PrepareAsync(importsPack: true));

app.UseErrorPages();
app.UseLanguages();
app.UseWebSecurity();
app.UseOutputCache();
app.MapStaticAssets();
app.MapAccounts();
app.MapGrants();
app.MapSiteFiles();
app.MapDirectory();
app.MapEvents();
app.MapRazorPages().WithStaticAssets();
await prepared;
await app.RunAsync();
return 0;

public partial class Program;
