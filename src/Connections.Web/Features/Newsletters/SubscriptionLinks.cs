using System.Security.Cryptography;
using Connections.Domain.Newsletters;
using Connections.Web.Sites;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Connections.Web.Features.Newsletters;

/// <summary>The links by which somebody without an account confirms, changes or leaves a subscription. Each carries the
/// subscription's id sealed with the site's keys; nothing secret is stored.</summary>
public sealed class SubscriptionLinks(IDataProtectionProvider protection, ISiteLinks links)
{
    private static readonly TimeSpan ConfirmWithin = TimeSpan.FromDays(7);

    private readonly ITimeLimitedDataProtector confirm = protection.CreateProtector("newsletter.confirm").ToTimeLimitedDataProtector();
    private readonly IDataProtector manage = protection.CreateProtector("newsletter.manage");

    public Uri Confirm(SubscriptionId id) =>
        links.Absolute($"/subscribe/confirm/{Text(confirm.Protect(id.Value.ToByteArray(), ConfirmWithin))}");

    public Uri Preferences(SubscriptionId id) => links.Absolute($"/preferences/{Text(manage.Protect(id.Value.ToByteArray()))}");

    /// <summary>Where one POST unsubscribes, and a GET only asks (RFC 8058).</summary>
    public Uri Unsubscribe(SubscriptionId id) => links.Absolute($"/unsubscribe/{Text(manage.Protect(id.Value.ToByteArray()))}");

    public SubscriptionId? ReadConfirm(string token) => Read(token, confirm.Unprotect);

    public SubscriptionId? ReadManage(string token) => Read(token, manage.Unprotect);

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private static SubscriptionId? Read(string token, Func<byte[], byte[]> open)
    {
        try
        {
            return new SubscriptionId(new Guid(open(WebEncoders.Base64UrlDecode(token))));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
