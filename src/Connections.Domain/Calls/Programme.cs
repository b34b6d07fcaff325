namespace Connections.Domain.Calls;

/// <summary>A standing programme that holds calls, round after round.</summary>
public sealed class Programme
{
    private Programme()
    {
    }

    public Programme(ProgrammeId id, string slug, string name, ProgrammeKind kind, string summary, int retentionYears, string lawfulBasis)
    {
        Id = id;
        Slug = slug;
        Name = name;
        Kind = kind;
        Summary = summary;
        RetentionYears = retentionYears;
        LawfulBasis = lawfulBasis;
    }

    public ProgrammeId Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public ProgrammeKind Kind { get; private set; }

    public string Summary { get; private set; } = "";

    /// <summary>How long applications are kept after the decision.</summary>
    public int RetentionYears { get; private set; }

    public string LawfulBasis { get; private set; } = "";
}
