using Connections.Domain.Calls;
using Microsoft.AspNetCore.Http.Extensions;

namespace Connections.Web.Features.Grants.Public.CheckEligibility;

/// <summary>Answers to gate questions on their way through the sign-in: in the address, where they say nothing about a person.</summary>
public static class GateAnswers
{
    public static IReadOnlyDictionary<string, bool> Read(Call call, IReadOnlyDictionary<string, string?> typed) =>
        call.Terms.GateQuestions
            .Select(q => (q.Key, Answer: typed.GetValueOrDefault(q.Key)))
            .Where(a => a.Answer is "yes" or "no")
            .ToDictionary(a => a.Key, a => a.Answer == "yes");

    public static IReadOnlyDictionary<string, bool> Read(Call call, IQueryCollection query) =>
        Read(call, query.ToDictionary(q => q.Key, q => (string?)q.Value.ToString()));

    public static string Write(IReadOnlyDictionary<string, bool> answers) =>
        new QueryBuilder(answers.Select(a => KeyValuePair.Create(a.Key, a.Value ? "yes" : "no"))).ToString();
}
