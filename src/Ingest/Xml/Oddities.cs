using System.Globalization;

namespace KneeLoad.Ingest.Xml;

/// <summary>What was odd in a file and read all the same: each kind once, with the number of times.</summary>
internal sealed class Oddities
{
    // A file could name a new sport in each of a million tracks.
    private const int MaxKinds = 50;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>Takes note of an oddity.</summary>
    /// <param name="what">What is odd, as a sentence.</param>
    public void Add(string what)
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
            Add("The XML declaration does not stand at the very beginning.");
        }

        if (xml.WasLenient)
        {
            Add("Some text is not well-formed XML; it was taken as it stands.");
        }

        if (xml.UndeclaredPrefix is { } prefix)
        {
            Add($"The prefix \"{prefix}\" is not declared; its elements were read by their names.");
        }
    }

    /// <summary>The oddities as warnings, in the order in which they first occurred.</summary>
    public IReadOnlyList<string> ToWarnings() =>
        [.. order.Select(what => counts[what] == 1 ? what : string.Create(CultureInfo.InvariantCulture, $"{what} ({counts[what]} times)"))];
}
