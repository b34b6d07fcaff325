namespace Connections.Data.Listings.Search;

/// <summary>Counts the changes to what the directory shows. Triggers raise <see cref="Number"/> inside the transaction that
/// changes a listing and write it on the listing's row; its row lock puts concurrent changes in the order of their commits.
/// A node that knows a number so knows that it has seen everything up to it.</summary>
public sealed class DirectoryRevision
{
    public const int OnlyId = 1;

    /// <summary>Column of a listing that holds the number of its last change.</summary>
    public const string Column = "Revision";

    public int Id { get; init; }

    public long Number { get; init; }

    /// <summary>The number of the last deletion of a row: what is gone can no longer tell of its change.</summary>
    public long RemovedNumber { get; init; }
}
