using System.Net;
using System.Threading.RateLimiting;
using Connections.Web.Security.Input;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Connections.Web.Security;

/// <summary>How often one address or one account may write. Section <c>RateLimits</c>.</summary>
public sealed class RateLimitSettings
{
    public int AnonymousWritesPerMinute { get; set; } = 20;

    public int SignedInWritesPerMinute { get; set; } = 240;

    /// <summary>Forms with files that are larger than any that is taken, from one address: reading them only to say so costs.</summary>
    public int LargeFormsPerMinute { get; set; } = 6;

    /// <summary>Requests that send mail to an address somebody typed.</summary>
    public int MailsPerTenMinutes { get; set; } = 10;
}

public static class RateLimits
{
    /// <summary>For pages whose post sends mail to an address that anybody may type: <c>[EnableRateLimiting(RateLimits.Mail)]</c>.</summary>
    public const string Mail = "mail";

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new RateLimitSettings();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            var givenBack = GivenBack(settings);
            options.OnRejected = async (context, _) =>
            {
                var http = context.HttpContext;
                var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? (int)Math.Ceiling(wait.TotalSeconds) : 60;
                http.Response.Headers.RetryAfter = Math.Max(seconds, 1).ToString("D");
                using var lease = givenBack.AttemptAcquire(http);
                if (lease.IsAcquired && TypedForm.Is(http.Request))
                {
                    await TypedForm.GiveBackForLaterAsync(http);
                }
            };
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Writes(http, settings)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => IsWrite(http) && IsLarge(http.Request)
                    ? Window($"large:{AddressOf(http)}", settings.LargeFormsPerMinute, TimeSpan.FromMinutes(1))
                    : RateLimitPartition.GetNoLimiter("usual")));
            options.AddPolicy(Mail, http => IsWrite(http)
                ? Window($"mail:{AddressOf(http)}", settings.MailsPerTenMinutes, TimeSpan.FromMinutes(10))
                : RateLimitPartition.GetNoLimiter("read"));
        });
    }

    /// <summary>A form that comes too soon is read for what was typed. A large one costs even so, and is not read for ever.</summary>
    private static PartitionedRateLimiter<HttpContext> GivenBack(RateLimitSettings settings) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => IsLarge(http.Request)
            ? Window($"given-back:{AddressOf(http)}", settings.LargeFormsPerMinute, TimeSpan.FromMinutes(1))
            : RateLimitPartition.GetNoLimiter("usual"));

    private static RateLimitPartition<string> Writes(HttpContext http, RateLimitSettings settings) =>
        !IsWrite(http) ? RateLimitPartition.GetNoLimiter("read")
        : http.User.AccountIdOrNull is { } account ? Window($"account:{account}", settings.SignedInWritesPerMinute, TimeSpan.FromMinutes(1))
        : Window($"address:{AddressOf(http)}", settings.AnonymousWritesPerMinute, TimeSpan.FromMinutes(1));

    private static bool IsLarge(HttpRequest request) =>
        request.ContentLength is null or > SecurityRegistration.LargestRequest
        && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true;

    private static RateLimitPartition<string> Window(string key, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    // The page that tells of a refusal is drawn by running the request again, and is not a second write.
    private static bool IsWrite(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null;

    // One household or office has one IPv6 network of 64 bits, with more addresses in it than anybody could count.
    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } six => new IPAddress([.. six.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var four => four.ToString(),
    };
}
