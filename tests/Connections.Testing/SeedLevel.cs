namespace Connections.Testing;

/// <summary>What a host finds in its database when a test begins.</summary>
public enum SeedLevel
{
    /// <summary>Tables and what every site needs (roles, countries, languages); no organisation, person or page.</summary>
    Empty,

    /// <summary>The whole demonstration of the <c>scotland</c> pack.</summary>
    Demonstration,
}
