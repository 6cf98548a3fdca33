namespace KneeLoad.Web.Words.Notes;

/// <summary>Says how an upload ended, and which files of it could not be read: a line each.</summary>
public static class UploadReportWords
{
    /// <summary>The words for an upload's report.</summary>
    /// <param name="stored">As its row has it; words where an earlier version wrote it.</param>
    /// <param name="format">The runner's format.</param>
    /// <returns>Null when there is nothing to say.</returns>
    public static string? Of(string? stored, RunnerFormat format) =>
        StoredRemarks.ReadReport(stored) is not { } report ? stored
            : Lines(report, format).ToList() is { Count: > 0 } lines ? string.Join('\n', lines)
            : null;

    private static IEnumerable<string> Lines(UploadReport report, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var say = format.Say;
        if (report.IsCancelled)
        {
            yield return say["Uploads.Report.Cancelled"];
        }

        if (report is { Files: > 1, Unread: > 0 })
        {
            yield return say["Uploads.Report.Unread", ("unread", format.Number(report.Unread, 0)), ("files", format.Number(report.Files, 0))];
        }

        foreach (var fault in report.Faults ?? [])
        {
            yield return fault.In(format);
        }

        if (report.Faulty - (report.Faults?.Count ?? 0) is > 0 and var more)
        {
            yield return say["Uploads.Report.More", ("count", format.Number(more, 0))];
        }

        foreach (var maker in report.SaidMakers)
        {
            yield return ExportWords.Of(maker, say);
        }

        if (report.WithoutFile > 0)
        {
            yield return say.Count("Uploads.Report.InTable", report.WithoutFile);
        }

        if (report is { Runs: 0, Faulty: 0, WithoutFile: 0, Foreign: > 0, IsCancelled: false } && !report.SaidMakers.Any())
        {
            yield return say["Uploads.Report.NoneRead"];
        }

        if (LeftAside(report, say) is { } left)
        {
            yield return say["Uploads.Report.LeftAside", ("what", left)];
        }

        if (report is { HasNothingToSay: true, Runs: 0 })
        {
            yield return say["Reading.NoActivity"];
        }
    }

    private static string? LeftAside(UploadReport report, Language say)
    {
        var (daily, foreign) = (say.Count("Uploads.Report.Daily", report.Daily), say.Count("Uploads.Report.Foreign", report.Foreign));
        return (report.Daily, report.Foreign) switch
        {
            (0, 0) => null,
            (_, 0) => daily,
            (0, _) => foreign,
            _ => say["Uploads.Report.LeftAside.Both", ("daily", daily), ("foreign", foreign)],
        };
    }
}
