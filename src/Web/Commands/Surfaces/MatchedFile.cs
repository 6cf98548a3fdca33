using System.Diagnostics;
using System.Text.Json.Serialization;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using Activity = KneeLoad.Ingest.Activities.Activity;

namespace KneeLoad.Web.Commands.Surfaces;

/// <summary>One file as <c>surface match --json</c> shows it. The property names are a contract.</summary>
internal sealed record MatchedFile(
    string File,
    double Metres,
    IReadOnlyDictionary<string, double> Classes,
    MatchedFile.SourcesContract Sources,
    double Coverage,
    double Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MatchedFile.SegmentContract>? Segments)
{
    /// <summary>Matches all activities of a file; points of a later one go on counting after those of the one before.</summary>
    public static MatchedFile Of(string name, IReadOnlyList<Activity> activities, MapIndex map, bool points)
    {
        var start = Stopwatch.GetTimestamp();
        var (stretches, records) = (new List<SurfaceStretch>(), 0);
        foreach (var activity in activities)
        {
            stretches.AddRange(SurfaceMatching.Match(activity, map).Stretches
                .Select(stretch => stretch with { FromRecord = stretch.FromRecord + records, ToRecord = stretch.ToRecord + records }));
            records += activity.Records.Count;
        }

        var match = new SurfaceMatch(stretches);
        var mix = SurfaceMixes.Of(match, match.Length);
        return new(
            name,
            match.Length.Metres,
            mix.MetresByClass,
            new(
                match.Of(SurfaceSource.Tag).Metres, match.Of(SurfaceSource.Corrected).Metres, match.Of(SurfaceSource.File).Metres,
                match.Of(SurfaceSource.Assumed).Metres, match.Of(SurfaceSource.None).Metres),
            match.Coverage?.Value ?? 0,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            points ? [.. stretches.Select(SegmentContract.Of)] : null);
    }

    /// <summary>Metres by how the surface is known.</summary>
    internal sealed record SourcesContract(double Tag, double Corrected, double File, double Assumed, double None);

    /// <summary>A stretch between two points of the file, counted from 0.</summary>
    internal sealed record SegmentContract(int FromPoint, int ToPoint, string Class, string Source, double Metres)
    {
        public static SegmentContract Of(SurfaceStretch stretch) => new(
            stretch.FromRecord, stretch.ToRecord, SurfaceClasses.NameOf(stretch.Surface.Class), NameOf(stretch.Surface.Source), stretch.Length.Metres);

        private static string NameOf(SurfaceSource source) => source switch
        {
            SurfaceSource.Tag => "tag",
            SurfaceSource.Corrected => "corrected",
            SurfaceSource.File => "file",
            SurfaceSource.Assumed => "assumed",
            _ => "none",
        };
    }
}
