namespace Connections.Data.Seeding;

/// <summary>Imports one kind of record of a site pack. Repeating it changes nothing: a record that is there is left as it is.</summary>
public interface ISeedImport
{
    SeedStage Stage { get; }

    /// <summary>Adds the records and saves them; the caller holds the transaction.</summary>
    Task HandleAsync(string packFolder, CancellationToken ct);
}

/// <summary>What is imported before what: a record comes after those it refers to.</summary>
public enum SeedStage
{
    People,
    Partners,
    Organisations,
    Members,
    Programmes,
    Applications,
    Reviews,
    Decisions,
    Ambassadors,
    Events,
    Editions,
    Pages,
}
