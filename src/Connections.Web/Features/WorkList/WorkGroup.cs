namespace Connections.Web.Features.WorkList;

/// <param name="TextKey">Heading of the table: late, today, later.</param>
public sealed record WorkGroup(string TextKey, bool IsLate, IReadOnlyList<WorkRow> Rows)
{
    public const int Shown = 25;
}
