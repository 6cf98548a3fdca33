using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Commands.Terms;

/// <summary>Says why a file was not read to its end, with the line; a byte has a property of its own.</summary>
internal static class LineReason
{
    /// <summary>The reason in words; null where there is none.</summary>
    public static string? Of(ReadResult result, RunnerFormat format) => (result.Reason, result.Line) switch
    {
        ({ } reason, { } line) => format.Say[
            "Reading.Around.InLine", ("line", line.ToString(CultureInfo.InvariantCulture)), ("remark", RemarkWords.Of(reason, format))],
        ({ } reason, _) => RemarkWords.Of(reason, format),
        _ => null,
    };
}
