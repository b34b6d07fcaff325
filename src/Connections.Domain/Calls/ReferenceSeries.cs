namespace Connections.Domain.Calls;

/// <summary>The last number given to an application of a call. Raised in the transaction that submits, so that references
/// have neither gaps nor twins.</summary>
public sealed class ReferenceSeries
{
    private ReferenceSeries()
    {
    }

    public ReferenceSeries(CallId call, int last = 0)
    {
        CallId = call;
        Last = last;
    }

    public CallId CallId { get; private set; }

    public int Last { get; private set; }

    /// <summary><c>SCF26-001</c></summary>
    public static string Write(string prefix, int number) => $"{prefix}-{number:000}";
}
