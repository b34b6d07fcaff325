namespace Connections.Domain.Shared;

/// <summary>Something two people may edit at once. The version rises by one with every saved change, and a save
/// made from an older version is refused.</summary>
public interface IVersioned
{
    int Version { get; }
}
