namespace Connections.Testing.Databases;

/// <summary>A database that one host has to itself, copied from a template that was made once.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract string ConnectionString { get; }

    public abstract ValueTask DisposeAsync();
}
