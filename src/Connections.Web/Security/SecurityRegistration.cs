using Connections.Data.Audit;
using Connections.Web.Security.Input;
using Connections.Web.Security.Input.Once;
using Connections.Web.Security.Input.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Connections.Web.Security;

public static class SecurityRegistration
{
    /// <summary>More than any form or file here needs; a page asks for less where it can.</summary>
    public const long LargestRequest = 12 * 1024 * 1024;

    public static WebApplicationBuilder AddWebSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentActor, HttpCurrentActor>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, AbilityPolicyProvider>();
        services.AddSingleton<IAuthorizationHandler, AbilityHandler>();
        services.AddScoped<ForgetSentForms>();
        services.AddRateLimits(builder.Configuration);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = builder.Environment.IsDevelopment() ? $"connections-{builder.Configuration["Site:Key"]}.form" : "__Host-connections.form";
            options.Cookie.SecurePolicy = secure;

            // Lax, so that a person who comes from an e-mail keeps the token of the pages they have open.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = builder.Environment.IsDevelopment() ? $"connections-{builder.Configuration["Site:Key"]}.said" : "__Host-connections.said";
            options.Cookie.SecurePolicy = secure;
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<KeepWhatWasTyped>();
            options.Filters.Add<ReadableFormFilter>();
            options.Filters.Add<OnlyWhatPagesTake>();
            options.Filters.Add<TakeFormOnce>();
        });
        services.Configure<FormOptions>(options => options.ValueLengthLimit = 1024 * 1024);
        services.Configure<UploadLimits>(builder.Configuration.GetSection("Uploads"));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
        return builder;
    }

    /// <summary>Comes first: whatever fails later is answered by a page, and every answer carries the headers.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use(AsReading);
        app.UseMiddleware<ReadableAddress>();
        app.UseMiddleware<FormBody>();
    }

    /// <summary>The order matters: who is asking comes before what is open to them.</summary>
    public static void UseWebSecurity(this WebApplication app)
    {
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<StaffGate>();
        app.UseAuthorization();
    }

    /// <summary>A page about an error is read, whatever was being sent when the error came: the form, which may be what
    /// could not be read, is left alone.</summary>
    private static Task AsReading(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Head : HttpMethods.Get;
            context.Request.ContentType = null;
            context.Request.ContentLength = null;
        }

        return next(context);
    }
}
