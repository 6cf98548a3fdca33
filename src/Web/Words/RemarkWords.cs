using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;
using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>Says the remarks of readers: why the reading of a file ended, or what was odd in it.</summary>
public static class RemarkWords
{
    private const string Key = "Reading.";
    private const int LongestName = 120;
    private const double Percent = 100;

    /// <summary>The format of the command line, whose readers are programs too: English and metric.</summary>
    public static RunnerFormat ForTerminals { get; } = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);

    /// <summary>The sentences of one remark.</summary>
    public static string Of(Remark remark, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var said = format.Say[Key + remark.Kind, Values(remark, format)];
        return remark.Times is { } times ? format.Say["Reading.Around.Times", ("remark", said), ("times", format.Number(times, 0))] : said;
    }

    /// <summary>A name out of a file, as it may be shown and stored: of one line, and cut.</summary>
    public static string? Shown(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var clean = string.Concat(name.Where(letter => !char.IsControl(letter)));
        return clean.Length <= LongestName ? clean : clean[..(char.IsHighSurrogate(clean[LongestName - 2]) ? LongestName - 2 : LongestName - 1)] + '…';
    }

    private static (string Name, string Value)[] Values(Remark remark, RunnerFormat format)
    {
        var (number, other) = (remark.Number ?? 0, remark.Other ?? 0);
        return remark.Kind switch
        {
            RemarkKind.IndoorDistanceCorrected => [("distance", format.Height(new Distance(number))), ("stated", format.Height(new Distance(other)))],
            RemarkKind.PlacesMissing or RemarkKind.PlacesMissingButOnWays => [("share", format.Share(new Fraction(number / Percent)))],
            RemarkKind.NoNumber or RemarkKind.Impossible => [("name", remark.Name is { } field && Enum.TryParse<RecordField>(field, out _)
                ? format.Say["Reading.Field." + field]
                : "")],
            RemarkKind.FileTooLong or RemarkKind.ArchiveUnpacksTooFar => [("size", format.Bytes(number)), ("other", format.Number(other, 0))],
            _ => [("number", format.Number(number, 0)), ("other", format.Number(other, 0)), ("name", Shown(remark.Name) ?? "")],
        };
    }
}
