namespace Connections.Reviewing.Tests.Records;

/// <summary>One small valid document for each verb.</summary>
public static class Examples
{
    public const string Rank = """
        {"mode":"learned","scale":{"min":1,"max":6},"places":1,"boundaryCases":true,"panels":{"A":"p1","B":"p1","C":"p2"},
         "scores":[{"application":"A","reviewer":"r1","score":5.0},{"application":"A","reviewer":"r2","score":6},{"application":"B","reviewer":"r1","score":3},
                   {"application":"B","reviewer":"r2","score":2},{"application":"C","reviewer":"r3","score":4},{"application":"C","reviewer":"r1","score":3.5}]}
        """;

    public const string RankWithMoney = """
        {"scale":{"min":0,"max":10},"money":{"budget":320,"currency":"GBP","policy":"skip-to-fit","requests":{"A":200,"B":150,"C":100}},
         "scores":[{"application":"A","reviewer":"r1","score":9},{"application":"A","reviewer":"r2","score":9},{"application":"B","reviewer":"r1","score":6},
                   {"application":"B","reviewer":"r2","score":7},{"application":"C","reviewer":"r1","score":2},{"application":"C","reviewer":"r2","score":1}]}
        """;

    public const string Assign = """
        {"applications":[{"id":"A","demand":2,"language":"en","organisation":"o1","communities":["c1"]},{"id":"B","demand":2,"language":"gd"}],
         "reviewers":[{"id":"r1","minLoad":0,"maxLoad":2,"languages":["en"],"organisation":"o9","communities":["c2"]},
                      {"id":"r2","maxLoad":2,"languages":["gd","en"],"communities":["c1"]},{"id":"r3","maxLoad":1,"languages":["gd"]}],
         "affinity":[{"application":"A","reviewer":"r1","value":0.8},{"application":"B","reviewer":"r2","value":0.5},{"application":"B","reviewer":"r3","value":0.25}],
         "conflicts":[{"application":"A","reviewer":"r3"}],"fixed":[],"anchors":[],
         "rules":{"outsideCommunity":true,"language":true,"distinctOrganisations":true,"noReciprocal":true}}
        """;

    public const string AssignMatrix = """
        {"applications":[{"id":"B","demand":2,"language":"gd"},{"id":"A","demand":2,"language":"en","organisation":"o1","communities":["c1"]}],
         "reviewers":[{"id":"r3","maxLoad":1,"languages":["gd"]},{"id":"r2","maxLoad":2,"languages":["gd","en"],"communities":["c1"]},
                      {"id":"r1","minLoad":0,"maxLoad":2,"languages":["en"],"organisation":"o9","communities":["c2"]}],
         "affinityMatrix":{"reviewers":["r3","r1","r2"],"applications":["A","B"],"values":[[0,0.25],[0.8,0],[0,0.5]]},
         "conflicts":[{"application":"A","reviewer":"r3"}]}
        """;

    public const string Agreement = """
        {"metric":"ordinal","bootstrap":20,"seed":1,"ratings":[{"unit":"A","rater":"r1","value":4},{"unit":"A","rater":"r2","value":5},
         {"unit":"B","rater":"r1","value":2},{"unit":"B","rater":"r2","value":2,"position":3,"criterion":"x"}]}
        """;

    public const string Equity = """
        {"groups":{"north":{"applied":20,"awarded":2},"south":{"applied":45,"awarded":9},"east":{"applied":30,"awarded":4}},"publish":false,
         "residuals":[{"reviewerGroup":"x","applicantGroup":"north","residual":0.2}]}
        """;

    public const string Draw = """{"chain":10,"secret":"long and secret","link":9,"randomness":"drand 1","entrants":["A","B","C"],"places":2}""";

    public const string Verification = """
        {"commitment":"9c3b8d1ac50a6fa0ee9e5a4ecaa0a3b4f1b44ad0b63c08a2b0b28a6e9c5c1b11","reveal":"0c3b8d1ac50a6fa0ee9e5a4ecaa0a3b4f1b44ad0b63c08a2b0b28a6e9c5c1b11",
         "randomness":"drand 1","entrants":["A","B"],"places":1,"selected":["A"],"substitutes":["B"],"steps":1,"tickets":[{"entrant":"A","ticket":"00"}]}
        """;

    public static IReadOnlyList<(string Verb, string Input)> All { get; } =
    [
        ("rank", Rank), ("rank", RankWithMoney), ("assign", Assign), ("assign", AssignMatrix),
        ("agreement", Agreement), ("equity", Equity), ("draw", Draw), ("verify-draw", Verification),
    ];
}
