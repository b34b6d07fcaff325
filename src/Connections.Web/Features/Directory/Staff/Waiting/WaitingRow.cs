namespace Connections.Web.Features.Directory.Staff.Waiting;

/// <param name="Kind">Listing, Change, Suggestion or Claim: which sentence says what waits.</param>
public sealed record WaitingRow(string Kind, string Name, string Path, DateTimeOffset Since);
