using System.Text;
using System.Xml;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

/// <summary>The elements of a document with their first texts and one attribute, as one line; what two readers must agree on.</summary>
internal static class Outline
{
    /// <summary>The outline by our scanner; null where it finds a fault.</summary>
    public static string? OfScanner(string document)
    {
        var outline = new StringBuilder();
        var scanner = new XmlScanner(Encoding.UTF8.GetBytes(document));
        while (true)
        {
            switch (scanner.Read())
            {
                case XmlToken.Start:
                    outline.Append('<').Append(Encoding.UTF8.GetString(scanner.LocalName))
                        .Append('@').Append(Spaced(Encoding.UTF8.GetString(scanner.GetAttribute("lat"u8))))
                        .Append(':').Append(Encoding.UTF8.GetString(scanner.ReadText()));
                    break;
                case XmlToken.End:
                    outline.Append('>');
                    break;
                case XmlToken.EndOfDocument:
                    return outline.ToString();
                default:
                    return null;
            }
        }
    }

    /// <summary>The outline by the framework's reader; null where it throws.</summary>
    public static string? OfReader(XmlReader reader)
    {
        using (reader)
        {
            try
            {
                return Read(reader);
            }
            catch (XmlException)
            {
                return null;
            }
        }
    }

    private static string Read(XmlReader reader)
    {
        var outline = new StringBuilder();
        var text = new StringBuilder();
        var isFirstText = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    EndText();
                    outline.Append('<').Append(reader.Name[(reader.Name.IndexOf(':') + 1)..]).Append('@').Append(Attribute(reader)).Append(':');
                    isFirstText = !reader.IsEmptyElement;
                    outline.Append(reader.IsEmptyElement ? ">" : string.Empty);
                    break;
                case XmlNodeType.EndElement:
                    EndText();
                    outline.Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isFirstText:
                    text.Append(reader.Value);
                    break;
            }
        }

        return outline.ToString();

        void EndText()
        {
            outline.Append(text.ToString().Trim(' ', '\t', '\r', '\n'));
            text.Clear();
            isFirstText = false;
        }
    }

    private static string Attribute(XmlReader reader)
    {
        for (var index = 0; index < reader.AttributeCount; index++)
        {
            reader.MoveToAttribute(index);
            var isFound = reader.Name[(reader.Name.IndexOf(':') + 1)..] == "lat";
            var value = Spaced(reader.Value);
            reader.MoveToElement();
            if (isFound)
            {
                return value;
            }
        }

        return string.Empty;
    }

    /// <summary>White space in attributes is normalized by one reader and kept by the other; no number of ours depends on it.</summary>
    private static string Spaced(string value) => value.ReplaceLineEndings(" ").Replace('\t', ' ');
}
