using System.Xml;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Ingest.Gpx;

/// <summary>Moves a sound GPX file in time: the same recording, as if it had been made on another day.</summary>
public static class GpxClock
{
    /// <summary>A copy of the file with each of its times moved.</summary>
    /// <param name="content">A whole GPX file in UTF-8.</param>
    /// <param name="by">How far; back in time when negative.</param>
    /// <exception cref="XmlException"><paramref name="content"/> is no well-formed XML, or declares a document type.</exception>
    /// <exception cref="UnparsableValueException">A time is none.</exception>
    public static byte[] Move(ReadOnlySpan<byte> content, Duration by)
    {
        using var source = XmlReader.Create(new MemoryStream(content.ToArray()), new() { DtdProcessing = DtdProcessing.Prohibit });
        var document = XDocument.Load(source, LoadOptions.PreserveWhitespace);
        foreach (var time in document.Descendants().Where(element => element.Name.LocalName == "time"))
        {
            time.Value = InstantPattern.ExtendedIso.Format(InstantPattern.ExtendedIso.Parse(time.Value).GetValueOrThrow() + by);
        }

        using var moved = new MemoryStream();
        document.Save(moved, SaveOptions.DisableFormatting);
        return moved.ToArray();
    }
}
