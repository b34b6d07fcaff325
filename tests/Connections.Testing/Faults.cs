using Xunit;

namespace Connections.Testing;

/// <summary>For tests that look at many things and want to hear of everything that is wrong, not of the first.</summary>
public static class Faults
{
    public static void AssertNone<T>(IEnumerable<T> faults)
    {
        var found = faults.Select(f => f!.ToString()).Distinct().ToList();
        Assert.True(found.Count == 0, $"{found.Count}:\n{string.Join('\n', found)}");
    }
}
