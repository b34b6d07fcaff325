// The tests share one portal and two cores: one window at a time is quicker than four that wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Connections.EndToEnd.Tests.Browsing.Scotland))]
[assembly: AssemblyFixture(typeof(Connections.EndToEnd.Tests.Browsing.Bristol))]
