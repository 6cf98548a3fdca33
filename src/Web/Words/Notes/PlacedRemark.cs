using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Web.Words.Notes;

/// <summary>A remark with the place that it speaks of.</summary>
/// <param name="Remark">The remark.</param>
/// <param name="File">Name of the file, where it is one of several; else null.</param>
/// <param name="Byte">Where in a binary file, from 0; null where there is no such place. [bytes]</param>
/// <param name="Line">Where in a text file, from 1; null where there is no such place.</param>
public sealed record PlacedRemark(Remark Remark, string? File = null, long? Byte = null, int? Line = null)
{
    /// <summary>The reason of a result, with its place; null where it has none.</summary>
    public static PlacedRemark? Of(ReadResult result, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Reason is { } reason ? new(reason, file, result.ByteOffset, result.Line) : null;
    }

    /// <summary>The remark in words, with its place.</summary>
    public string In(RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var said = RemarkWords.Of(Remark, format);
        said = (Byte, Line) switch
        {
            ({ } at, _) => format.Say["Reading.Around.AtByte", ("remark", said), ("byte", at.ToString(CultureInfo.InvariantCulture))],
            (_, { } at) => format.Say["Reading.Around.InLine", ("remark", said), ("line", at.ToString(CultureInfo.InvariantCulture))],
            _ => said,
        };
        return File is { } name ? format.Say["Reading.Around.Named", ("name", name), ("remark", said)] : said;
    }
}
