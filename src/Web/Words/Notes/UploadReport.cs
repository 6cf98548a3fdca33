using System.Text.Json.Serialization;
using KneeLoad.Ingest.Exports;

namespace KneeLoad.Web.Words.Notes;

/// <summary>The counts of an upload's files.</summary>
/// <param name="Faults">Faults of the first files that have one, the archive's own first.</param>
/// <param name="Faulty">Files with a fault, named or not. [1]</param>
/// <param name="Makers">Makers of what no watch wrote.</param>
/// <param name="Unread">Files that could not be read. [1]</param>
/// <param name="Daily">Files of days, settings and sleep. [1]</param>
/// <param name="Foreign">Files of other kinds. [1]</param>
/// <param name="InTables">Runs that stand in tables beside files of the others, and have none. [1]</param>
/// <param name="Listed">Runs in tables that name no file at all. [1]</param>
/// <param name="Files">Files in all. [1]</param>
/// <param name="Runs">Runs in all. [1]</param>
public sealed record UploadReport(
    IReadOnlyList<PlacedRemark> Faults,
    int Faulty,
    IReadOnlyList<ExportMaker> Makers,
    int Unread,
    int Daily,
    int Foreign,
    int InTables,
    int Listed,
    int Files,
    int Runs)
{
    /// <summary>Makers of whose exports nearly all is read.</summary>
    private static readonly HashSet<ExportMaker> Read =
    [
        ExportMaker.Garmin, ExportMaker.Apple, ExportMaker.GoogleFit, ExportMaker.Polar, ExportMaker.Fitbit, ExportMaker.Runtastic, ExportMaker.Nike,
        ExportMaker.Huawei, ExportMaker.Suunto, ExportMaker.Samsung, ExportMaker.Strava, ExportMaker.Runkeeper, ExportMaker.Endomondo,
    ];

    /// <summary>Nothing counted yet.</summary>
    public static UploadReport Nothing { get; } = new([], 0, [], 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Makers of the archive's files that hold runs, in the order in which they were met; empty for other files.</summary>
    public IReadOnlyList<ExportMaker> Origins { get; init; } = [];

    /// <summary>Whether the runner ended its reading before all files were read.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Runs that no file of the upload holds: a list that names no file says nothing where files were read. [1]</summary>
    public int WithoutFile => InTables + (Runs == 0 ? Listed : 0);

    /// <summary>Makers whose words are worth saying: where the runs of an export are read, its other files need none.</summary>
    [JsonIgnore]
    public IEnumerable<ExportMaker> SaidMakers => (Makers ?? []).Where(maker => !Read.Contains(maker) || Runs == 0);

    /// <summary>Whether all of it was read, or nothing was in it.</summary>
    public bool HasNothingToSay => !IsCancelled && Faulty + Daily + Foreign + WithoutFile == 0 && !SaidMakers.Any();
}
