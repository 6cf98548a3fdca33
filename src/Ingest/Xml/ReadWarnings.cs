using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>The warnings of a file that was read all the same: each kind once, with the number of times.</summary>
internal sealed class ReadWarnings
{
    // A file could name a new sport in each of a million tracks.
    private const int MaxKinds = 50;

    private readonly Dictionary<Remark, int> counts = [];
    private readonly List<Remark> order = [];

    /// <summary>Takes note of a remark.</summary>
    /// <param name="what">What is odd.</param>
    public void Add(Remark what)
    {
        if (counts.TryGetValue(what, out var count))
        {
            counts[what] = count + 1;
        }
        else if (order.Count < MaxKinds)
        {
            counts[what] = 1;
            order.Add(what);
        }
    }

    /// <summary>Takes note of what a scanner read although it is odd.</summary>
    public void AddFrom(in XmlScanner xml)
    {
        if (xml.DeclarationIsMisplaced)
        {
            Add(RemarkKind.DeclarationMisplaced);
        }

        if (xml.WasLenient)
        {
            Add(RemarkKind.TextTakenAsItStands);
        }

        if (xml.UndeclaredPrefix is { } prefix)
        {
            Add(new Remark(RemarkKind.PrefixUndeclared, Name: prefix));
        }
    }

    /// <summary>The warnings as warnings, in the order in which they first occurred.</summary>
    public IReadOnlyList<Remark> ToRemarks() => [.. order.Select(what => counts[what] == 1 ? what : what with { Times = counts[what] })];
}
