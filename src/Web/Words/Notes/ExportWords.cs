using KneeLoad.Ingest.Exports;
using NodaTime;

namespace KneeLoad.Web.Words.Notes;

/// <summary>Words for account exports: whose export it is, what is in it, and what to export instead where its runs are no watch files.</summary>
public static class ExportWords
{
    /// <summary>The sentences for a maker.</summary>
    public static string Of(ExportMaker maker, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["Uploads.Export." + maker];
    }

    /// <summary>An archive in one line: its makers, where any are known, its runs, and from when to when.</summary>
    /// <param name="makers">Makers of its files.</param>
    /// <param name="runs">Its runs. [1]</param>
    /// <param name="first">Day of the first; null where no day is known.</param>
    /// <param name="last">Day of the last.</param>
    /// <param name="say">The language.</param>
    public static string Archive(IReadOnlyList<ExportMaker> makers, int runs, LocalDate? first, LocalDate? last, Language say)
    {
        ArgumentNullException.ThrowIfNull(makers);
        ArgumentNullException.ThrowIfNull(say);
        var counted = say.Count("Uploads.Archive.Runs", runs);
        var line = (first, last) switch
        {
            ({ } one, { } other) when one == other => say["Uploads.Archive.OnOneDay", ("runs", counted), ("day", say.Days.WithYear(one))],
            ({ } from, { } to) => say["Uploads.Archive.FromTo", ("runs", counted), ("from", say.Days.WithYear(from)), ("to", say.Days.WithYear(to))],
            _ => counted,
        };
        var named = string.Join(", ", makers.Select(maker => say["Uploads.Maker." + maker]));
        return named.Length == 0 ? line : say["Uploads.Archive.Of", ("makers", named), ("line", line)];
    }
}
