using Connections.Data;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.Public.DevelopmentSignIn;
using Connections.Web.Features.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace Connections.Web.Features.Accounts;

public static class AccountsFeature
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(options => options.User.RequireUniqueEmail = true)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<ConnectionsDbContext>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        SignInCookies.Configure(services, builder.Environment);
        services.AddScoped<SignInAccount>();
        if (builder.Environment.IsDevelopment())
        {
            services.AddSingleton<DevelopmentSignIns>();
        }

        return builder;
    }

    public static void MapAccounts(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopmentSignIn();
        }
    }
}
