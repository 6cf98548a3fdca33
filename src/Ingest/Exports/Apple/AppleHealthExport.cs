using System.Net;
using System.Text;
using System.Xml;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>
/// The workouts of a health export of Apple, of any length: read in one pass, and what was measured while the runs lasted in a second
/// one, since an export lists its millions of values before its workouts.
/// </summary>
internal sealed class AppleHealthExport
{
    private const int MostWorkouts = 20_000;

    // Of one run in seconds; what is beyond is no run. [1]
    private const int MostValuesOfRun = 400_000;

    // A watch and an app may both write one run down; what was measured belongs to either.
    private const int MostSharers = 4;

    private readonly List<AppleWorkout> workouts = [];
    private Dictionary<string, AppleWorkout>? byRoute;

    private AppleHealthExport()
    {
    }

    /// <summary>The workouts, in the export's order.</summary>
    public IReadOnlyList<AppleWorkout> Workouts => workouts;

    /// <summary>The line at which the export ceases to be whole; null where it is.</summary>
    public int? DamagedLine { get; private set; }

    /// <summary>Reads the workouts.</summary>
    /// <param name="content">The export in UTF-8, read to its end.</param>
    /// <returns>Null where it is no such export.</returns>
    public static AppleHealthExport? Read(Stream content)
    {
        var export = new AppleHealthExport();
        var elements = new AppleElements(content, "<Workout"u8.ToArray(), "</Workout>"u8.ToArray());
        try
        {
            if (!elements.BeginsWith("<HealthData"u8))
            {
                return null;
            }

            while (export.workouts.Count < MostWorkouts && elements.Next() is { IsEmpty: false } element)
            {
                export.Add(element, elements.Line);
            }

            export.DamagedLine ??= elements.IsWhole || export.workouts.Count == MostWorkouts ? null : elements.Line;
        }
        catch (InvalidDataException)
        {
            export.DamagedLine ??= elements.Line;
        }

        return export;
    }

    /// <summary>Adds what was measured while the runs lasted.</summary>
    /// <param name="content">The same export once more.</param>
    public void Measure(Stream content)
    {
        var runs = workouts.Where(workout => workout is { IsRun: true, Start: not null, End: not null }).OrderBy(workout => workout.Start).ToList();
        if (runs.Count == 0)
        {
            return;
        }

        var starts = runs.ConvertAll(run => run.Start!.Value);
        var counts = new int[runs.Count];
        var elements = new AppleElements(content, "<Record"u8.ToArray(), []);
        try
        {
            while (elements.Next() is { IsEmpty: false } tag)
            {
                if (AppleRecord.Read(tag) is not { } record)
                {
                    continue;
                }

                var at = starts.BinarySearch(record.Start);
                at = at < 0 ? ~at - 1 : LastOf(starts, at);
                for (var sharer = at; sharer >= 0 && sharer > at - MostSharers; sharer--)
                {
                    if (record.End <= runs[sharer].End && counts[sharer]++ < MostValuesOfRun)
                    {
                        runs[sharer].Add(record, Unescaped(AppleRecord.Source(tag)));
                    }
                }
            }
        }
        catch (InvalidDataException)
        {
            // What was measured before the damage is there; its line is known by the first pass.
        }
    }

    /// <summary>The runs that no other file holds.</summary>
    /// <param name="hasFile">Whether a route lies beside the export, by its file's name.</param>
    public ReadResult Runs(Func<string, bool> hasFile)
    {
        var runs = workouts.Where(workout => workout.IsRun && !(workout.Route is { } route && hasFile(ExportFile.NameOf(route))))
            .Select(workout => workout.ToActivity()).ToList();
        return (runs.Count, DamagedLine) switch
        {
            (0, null) => ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.ExportHoldsNoRunWithoutRoute, ActivityFormat.AppleHealth),
            (0, { } line) => ReadResult.Rejected(ReadFault.MalformedXml, RemarkKind.ExportDamaged, line: line, format: ActivityFormat.AppleHealth),
            (_, null) => ReadResult.Read(ActivityFormat.AppleHealth, runs, []),
            (_, { } line) => ReadResult.Partial(ActivityFormat.AppleHealth, runs, [], ReadFault.MalformedXml, RemarkKind.ExportDamaged, line: line),
        };
    }

    /// <summary>
    /// A recording of one of the workouts, by its file's name or else by its time, with what the workout knows; null where it is of none.
    /// </summary>
    /// <param name="path">The recording's file.</param>
    /// <param name="recording">The recording.</param>
    public Activity? Joined(string path, Activity recording)
    {
        byRoute ??= workouts.Where(workout => workout.Route is not null).GroupBy(workout => ExportFile.NameOf(workout.Route!), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        return (byRoute.GetValueOrDefault(ExportFile.NameOf(path)) ?? AtTimeOf(recording))?.Joined(recording);
    }

    /// <summary>The last of those that are as great as one that was found among them.</summary>
    private static int LastOf(List<long> sorted, int found)
    {
        while (found + 1 < sorted.Count && sorted[found + 1] == sorted[found])
        {
            found++;
        }

        return found;
    }

    private AppleWorkout? AtTimeOf(Activity recording)
    {
        var times = recording.Records.TimeUnixSeconds?.ToArray().Where(time => !double.IsNaN(time)).ToList() ?? [];
        var (from, to) = (times.DefaultIfEmpty().Min(), times.DefaultIfEmpty().Max());
        return workouts.Find(workout => workout.IsAround(from, to));
    }

    private void Add(ReadOnlySpan<byte> element, int line)
    {
        try
        {
            workouts.Add(AppleWorkout.Read(element));
        }
        catch (XmlException)
        {
            DamagedLine ??= line;
        }
    }

    private static string Unescaped(ReadOnlySpan<byte> text)
    {
        var written = Encoding.UTF8.GetString(text);
        return written.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(written) : written;
    }
}
