using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Connections.Testing.Databases;

/// <summary>Lets a test ask what a form would say without the form being used up: while it is on, whatever would be stored
/// fails instead.</summary>
public sealed class RefusedSaves : SaveChangesInterceptor
{
    public bool IsOn { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        IsOn ? throw new DbUpdateException("Nothing is stored now.") : ValueTask.FromResult(result);
}
