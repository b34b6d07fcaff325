namespace Connections.Web.Features.Grants.Staff.Reviewing;

/// <summary>What the page's script is told of a draft.</summary>
/// <param name="Message">For the reviewer, in words.</param>
/// <param name="Version">Of the review now; the form sends it with what comes next.</param>
/// <param name="Over">Whether nothing more can be kept from this page.</param>
public sealed record DraftAnswer(bool Saved, string Message, int? Version = null, bool Over = false);
