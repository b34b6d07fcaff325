using System.Security.Claims;
using Connections.Web.Security;
using Connections.Web.WorkList;
using Microsoft.Extensions.Localization;

namespace Connections.Web.Features.Directory.Staff.Waiting;

/// <summary>The directory's part of the staff's work list.</summary>
internal sealed class DirectoryWorkList(DirectoryWaiting waiting, IStringLocalizer<DirectoryText> texts) : IWorkListSource
{
    public async Task<IReadOnlyList<WorkItem>> ListAsync(ClaimsPrincipal user, CancellationToken ct) =>
        user.Can(DirectoryPolicies.Moderate)
            ? [.. (await waiting.ListAsync(ct)).Select(row => new WorkItem(
                texts["Waiting.Group"], row.Name, texts[$"Waiting.{row.Kind}"], row.Path, row.Since, DirectoryWaiting.Promised, texts["Waiting.Action"]))]
            : [];
}
