using System.Text;
using System.Text.Json;

namespace Connections.Adapters.Tests.Servers;

/// <summary>A mail as the sink took it, with what postal-mime (which shares no code with ours) read in it.</summary>
public sealed record ReceivedMail(
    string Connection,
    bool Encrypted,
    string? User,
    string From,
    JsonElement Parameters,
    string Raw,
    ParsedMail Parsed)
{
    public string RawText => Encoding.Latin1.GetString(Convert.FromBase64String(Raw));

    public string Header(string name) => Parsed.Headers.Single(header => header.Key == name.ToLowerInvariant()).Value;
}

public sealed record ParsedMail(
    string? Subject,
    ParsedAddress From,
    IReadOnlyList<ParsedAddress> To,
    IReadOnlyList<ParsedAddress>? ReplyTo,
    string MessageId,
    DateTimeOffset Date,
    string? Text,
    string? Html,
    IReadOnlyList<ParsedHeader> Headers);

public sealed record ParsedAddress(string Name, string Address);

public sealed record ParsedHeader(string Key, string Value);
