using System.Security.Claims;
using Connections.Adapters.Blobs;
using Connections.Data;
using Connections.Web.Features.Grants.Reading;
using Connections.Web.Security;
using Connections.Web.Sites;

namespace Connections.Web.Features.Grants.Public.Answer;

/// <summary>Gives an applicant back a file they sent, to be saved and never to be shown by the browser.</summary>
public static class DownloadFile
{
    public static async Task<IResult> HandleAsync(
        Guid application, string field, ClaimsPrincipal user, ConnectionsDbContext db, Countries countries, IBlobStore blobs, CancellationToken ct)
    {
        var own = await OwnApplication.FindAsync(db, countries, application, user.AccountId(), tracked: false, ct);
        return own?.Application.Answers[field].Files is [var file, ..] && await blobs.GetAsync(file.Key, ct) is { } blob
            ? Results.Stream(blob.Content, "application/octet-stream", file.Name)
            : Results.NotFound();
    }
}
