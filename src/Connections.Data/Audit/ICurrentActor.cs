namespace Connections.Data.Audit;

/// <summary>Who is acting now: <c>account:{id}</c>, <c>public</c> or <c>system</c>.</summary>
public interface ICurrentActor
{
    string Name { get; }
}
