using System.Text.Json;
using KneeLoad.Web.Words.Notes;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>The progress of an import.</summary>
/// <param name="Read">Files of the archive that are committed, from its beginning. [1]</param>
/// <param name="Report">What was counted of them.</param>
internal sealed record ImportProgress(int Read, ImportReport Report)
{
    /// <summary>Reads what an earlier try has noted.</summary>
    public static ImportProgress Of(string? noted) =>
        noted is not null && JsonSerializer.Deserialize<Noted>(noted) is { } read && StoredRemarks.ReadReport(read.Report) is { } counted
            ? new(read.Read, new ImportReport(counted))
            : new(0, new ImportReport());

    /// <summary>Writes it for the next try.</summary>
    public string Write() => JsonSerializer.Serialize(new Noted(Read, StoredRemarks.WriteAll(Report.Tally)));

    private sealed record Noted(int Read, string Report);
}
