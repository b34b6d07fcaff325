namespace Connections.Web.Features.Directory.Staff.Waiting;

/// <param name="Kind">Listing, Change, Suggestion, Claim, or Alone where nobody can answer for a listing: which sentence says what waits.</param>
public sealed record WaitingRow(string Kind, string Name, string Path, DateTimeOffset Since);
