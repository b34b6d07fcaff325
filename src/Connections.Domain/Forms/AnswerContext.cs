namespace Connections.Domain.Forms;

/// <summary>What a check of answers needs from outside the form.</summary>
/// <param name="IsCountry">Whether a code is on the list of countries.</param>
/// <param name="Smallest">Least amount that may be asked for, in minor units; narrows what the form says.</param>
public sealed record AnswerContext(Func<string, bool> IsCountry, long? Smallest = null, long? Largest = null);
