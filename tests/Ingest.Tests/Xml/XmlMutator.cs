namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>Changes documents at random in the places and ways that matter to XML; the same way for the same seed.</summary>
internal sealed class XmlMutator(int seed)
{
    private static readonly string[] Pieces =
        [
            "<", ">", "/", "&", ";", "\"", "'", "=", "!", "-", "--", "[", "]", "]]>", "?", ":", " ", "a", "1", "\n", "\t", "<a>", "</a>", "<a/>",
            "<!--", "-->", "<![CDATA[", "&amp;", "&#9;", "&#x1;", "\u0002", " b='1'", "xmlns:p='q'",
        ];

    // A predictable generator is the point: every case can be made again from its seed.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    /// <summary>A changed document.</summary>
    public string Mutate(string document)
    {
        for (var changes = random.Next(1, 4); changes > 0 && document.Length > 0; changes--)
        {
            var at = random.Next(document.Length);
            document = random.Next(4) switch
            {
                0 => document.Remove(at, Math.Min(random.Next(1, 8), document.Length - at)),
                1 => document.Insert(at, document.Substring(at, Math.Min(random.Next(1, 30), document.Length - at))),
                _ => document.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return document;
    }
#pragma warning restore CA5394
}
