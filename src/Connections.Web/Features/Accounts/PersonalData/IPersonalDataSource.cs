using Connections.Domain.Shared;

namespace Connections.Web.Features.Accounts.PersonalData;

/// <summary>Whose data: a feature may know the person by the account or by the address.</summary>
public sealed record DataSubject(AccountId Account, string Email)
{
    /// <summary>The address in lower case, to be found however somebody typed it.</summary>
    public string Address { get; } = Email.ToLowerInvariant();
}

/// <summary>A feature's part in "download my data" and "erase my account". Register it as <c>IPersonalDataSource</c>.</summary>
public interface IPersonalDataSource
{
    /// <summary>Name of the part in the file: <c>newsletter</c>.</summary>
    string Name { get; }

    /// <returns>Everything the feature keeps about the person, to be written as JSON; null where it keeps nothing.</returns>
    Task<object?> ReadAsync(DataSubject subject, CancellationToken ct);

    /// <returns>In the reader's words, why the account cannot be erased yet (a grant is being paid, say); null where nothing holds it.</returns>
    Task<string?> WhyNotYetAsync(DataSubject subject, CancellationToken ct) => Task.FromResult<string?>(null);

    /// <returns>In the reader's words, what happens to things of others that this person alone looks after.</returns>
    Task<IReadOnlyList<string>> WhatHappensAsync(DataSubject subject, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Removes or makes nameless what the feature keeps. Called inside a transaction; the caller commits it.</summary>
    Task EraseAsync(DataSubject subject, CancellationToken ct);
}
