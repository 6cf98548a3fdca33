namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Tests that look at pages share one browser and one service, and take turns.</summary>
[CollectionDefinition(Name)]
public sealed class SeenPagesCollection : ICollectionFixture<SeenPages>
{
    public const string Name = "seen pages";
}
