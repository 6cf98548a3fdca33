namespace KneeLoad.Ingest.Xml;

/// <summary>What <see cref="XmlScanner.Read"/> came upon.</summary>
internal enum XmlToken
{
    /// <summary>The start of an element, its attributes read.</summary>
    Start,

    /// <summary>The end of an element; follows at once where the element closes itself.</summary>
    End,

    /// <summary>The end of a well-formed document.</summary>
    EndOfDocument,

    /// <summary>A fault; the scanner goes no further.</summary>
    Fault,
}
