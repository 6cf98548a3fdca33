namespace KneeLoad.Architecture.Tests;

/// <summary>One folder knows another: "Web/Pipeline -> Web/Data".</summary>
internal readonly record struct FolderArrow(string From, string To)
{
    public override string ToString() => $"{From} -> {To}";

    public static FolderArrow Parse(string line)
    {
        var ends = line.Split(" -> ");
        return new(ends[0], ends[1]);
    }
}
