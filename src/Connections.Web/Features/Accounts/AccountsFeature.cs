using Connections.Data;
using Connections.Data.Identity;
using Connections.Web.Features.Accounts.PersonalData;
using Connections.Web.Features.Accounts.Public.DevelopmentSignIn;
using Connections.Web.Features.Accounts.Public.Passkeys;
using Connections.Web.Features.Accounts.SigningIn;
using Connections.Web.Features.Accounts.Staff;
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
        SignInCookies.Configure(services, builder.Environment, builder.Configuration);
        services.Configure<IdentityOptions>(options =>
        {
            // An address is the name; any letter that an address may have is right.
            options.User.AllowedUserNameCharacters = null!;
            options.Lockout.MaxFailedAccessAttempts = 5;
        });
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The device checks its owner, so that a passkey counts as two factors.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ServerDomain = builder.Configuration["Site:PublicUrl"] is { } address ? new Uri(address).Host : null;
        });
        AddHandlers(services);
        if (builder.Environment.IsDevelopment())
        {
            services.AddSingleton<DevelopmentSignIns>();
        }

        return builder;
    }

    public static void MapAccounts(this WebApplication app)
    {
        app.MapPasskeys();
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopmentSignIn();
        }
    }

    private static void AddHandlers(IServiceCollection services)
    {
        services.AddScoped<SignInAccount>();
        services.AddScoped<AfterSignIn>();
        services.AddScoped<SendSignInLink>();
        services.AddScoped<UseSignInLink>();
        services.AddScoped<CheckSecondFactor>();
        services.AddScoped<ForgetSpentLinks>();
        services.AddScoped<ExportPersonalData>();
        services.AddScoped<EraseAccount>();
        services.AddScoped<IPersonalDataSource, AccountDataSource>();
        services.AddStaffAccounts();
    }
}
