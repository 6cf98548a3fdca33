namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Tests whose command builds the service, as the documents have it, take turns: two builds at once would write the same files.</summary>
[CollectionDefinition(Name)]
public sealed class BuildsCollection
{
    public const string Name = "builds";
}
