using System.Security.Cryptography;
using Connections.Domain.Directory;
using Connections.Web.Sites;
using Microsoft.AspNetCore.DataProtection;

namespace Connections.Web.Features.Directory.Reading;

/// <summary>Makes and reads the links by which an organisation confirms its listing once a year without signing in. A link
/// holds for the year's question it was mailed with and opens nothing else.</summary>
public sealed class ConfirmationLinks(IDataProtectionProvider protection, ISiteLinks links)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Directory.ConfirmListing").ToTimeLimitedDataProtector();

    public Uri For(ListingId id) => links.Absolute($"/directory/confirm/{protector.Protect(id.ToString(), Lifetime)}");

    public ListingId? Read(string token)
    {
        try
        {
            return Guid.TryParse(protector.Unprotect(token), out var id) ? new ListingId(id) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
