using Connections.Benchmarks.Directory;
using Connections.Benchmarks.Http;
using Connections.Benchmarks.Mail;
using Connections.Benchmarks.Reviewing;
using Connections.Benchmarks.Writing;

if (args is [StaticServer.Verb, var port, var bytes, var status])
{
    await StaticServer.RunAsync(port, bytes, status);
    return 0;
}

// dotnet run -c Release --project tests/Connections.Benchmarks -- GROUP...     without a group: all of them
var groups = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["mail"] = MailBenchmark.RunAsync,
    ["reviewing"] = SpeedBenchmark.RunAsync,
    ["reviewing-benefit"] = BenefitSimulation.RunAsync,
    ["directory"] = DirectoryBenchmark.RunAsync,
    ["writing"] = WritingBenchmark.RunAsync,
};

var wanted = args.Length > 0 ? args : [.. groups.Keys];
if (wanted.FirstOrDefault(name => !groups.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no group '{unknown}'. Groups: {string.Join(", ", groups.Keys)}");
    return 2;
}

foreach (var name in wanted)
{
    await groups[name]();
    Console.WriteLine();
}

return 0;
