using KneeLoad.Web.Tests.Commands;
using KneeLoad.Web.Tests.Consents;
using KneeLoad.Web.Tests.Documents;
using KneeLoad.Web.Tests.Erasures;
using KneeLoad.Web.Tests.Features.Uploads;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Features;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Identity;
using KneeLoad.Web.Tests.Load;
using KneeLoad.Web.Tests.Pipeline.Maps;
using KneeLoad.Web.Tests.Pipeline;
using KneeLoad.Web.Tests.Words;
using KneeLoad.Web.Tests.Work;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// Begins with the classes that take longest, most of it waiting for leases of the dead to end, so that none of them is waited for alone at the end.
/// </summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly List<string> Longest =
    [
        BuildsCollection.Name,
        SeenPagesCollection.Name,
        .. new[]
        {
            typeof(KilledProcessTests), typeof(ClusterTests), typeof(KilledMapTests), typeof(ClusterMapTests), typeof(FrozenWorkerTests),
            typeof(LargeTableTests), typeof(WeeklyMailSweepTests), typeof(UpkeepCommandTests), typeof(WholeRoadTests), typeof(GateTests), typeof(ErasureTests),
            typeof(UploadTests), typeof(AnyOrderTests), typeof(RouteTests), typeof(RealServerTests), typeof(MilesTests), typeof(RematchingTests),
            typeof(HistoryPlusOneTests), typeof(LoadTests), typeof(AnyFileTests), typeof(KillCycleTests), typeof(MailInFlightTests),
        }.Select(type => type.FullName!),
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Longest.FindIndex(name => collection.TestCollectionDisplayName.Contains(
            name, StringComparison.Ordinal)) is var place and >= 0 ? place : Longest.Count)];
}
