using System.Text.Json;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Pipeline;

/// <summary>How far an import has come.</summary>
/// <param name="Read">Files of the archive that are committed, from its beginning. [1]</param>
/// <param name="Report">What was said of them.</param>
internal sealed record ImportProgress(int Read, ImportReport Report)
{
    /// <summary>Reads what an earlier try has noted.</summary>
    public static ImportProgress Of(string? noted, Language language) =>
        noted is not null && JsonSerializer.Deserialize<Noted>(noted) is { } read ? new(read.Read, new ImportReport(language, read.Report)) : new(0, new ImportReport(language));

    /// <summary>Writes it for the next try.</summary>
    public string Write() => JsonSerializer.Serialize(new Noted(Read, Report.Tally));

    private sealed record Noted(int Read, ImportTally Report);
}
