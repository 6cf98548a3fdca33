using KneeLoad.Ingest.Bytes;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps.Osm;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Building;

/// <summary>
/// Builds a surface index from map extracts in two passes over each: the ways, then the nodes that they need. What is
/// large lies on disk beside the index; memory stays the same for a town and a country.
/// </summary>
/// <remarks>
/// PERF: a build of some seconds is over before the runtime has found its hot loops. So those that run for every node, way
/// or piece are compiled optimised at once (AggressiveOptimization), which takes a quarter off the whole.
/// </remarks>
public static class MapIndexBuilder
{
    // Shares of the work by the time that they took on real extracts.
    private const double ShareOfReading = 0.7;
    private const double ShareOfShaping = 0.85;

    // Numbers that systems give for a full disk.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Builds an index; the file at the path changes only when all went well.</summary>
    /// <param name="extracts">Extracts (.osm.pbf). What two of them share is kept once.</param>
    /// <param name="indexPath">The file to write; one that is there is replaced at the end.</param>
    /// <param name="progress">Is told how far it has come; null for nobody.</param>
    /// <param name="cancellation">Ends the build; nothing is left of it.</param>
    /// <returns>What was built, or why not.</returns>
    /// <exception cref="ArgumentException">There is no extract.</exception>
    /// <exception cref="OperationCanceledException">The build was ended.</exception>
    public static Task<MapBuild> BuildAsync(
        IReadOnlyList<string> extracts, string indexPath, IProgress<MapBuildProgress>? progress = null, CancellationToken cancellation = default) =>
        BuildAsync(extracts, indexPath, Environment.ProcessorCount, progress, cancellation);

    /// <summary>The same on a stated number of processors, which changes nothing but the time.</summary>
    internal static async Task<MapBuild> BuildAsync(
        IReadOnlyList<string> extracts, string indexPath, int processors, IProgress<MapBuildProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(extracts);
        ArgumentException.ThrowIfNullOrEmpty(indexPath);
        if (extracts.Count == 0)
        {
            throw new ArgumentException("An index needs an extract.", nameof(extracts));
        }

        var files = new List<OsmPbfFile>();
        try
        {
            foreach (var path in extracts)
            {
                var (file, refusal) = OsmPbfFile.Open(path);
                if (file is null)
                {
                    return MapBuild.Refused(refusal!);
                }

                files.Add(file);
            }

            using var work = WorkFolder.Of(Path.GetFullPath(indexPath));
            if (work is null)
            {
                return MapBuild.Refused(new(indexPath, MapFault.Busy, RemarkKind.IndexBusy));
            }

            return await BuildAsync(files, indexPath, work, processors, progress, cancellation);
        }
        catch (IOException exception) when (exception.HResult is NoSpace or OverQuota or WindowsDiskFull)
        {
            return MapBuild.Refused(new(indexPath, MapFault.NoRoom, RemarkKind.NoRoom));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return MapBuild.Refused(new(indexPath, MapFault.Unreachable, new Remark(RemarkKind.IndexNotWritten, Name: exception.Message)));
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static async Task<MapBuild> BuildAsync(
        List<OsmPbfFile> files, string indexPath, WorkFolder work, int processors, IProgress<MapBuildProgress>? progress, CancellationToken cancellation)
    {
        // Of what two extracts share the first one's word counts: that of the newer.
        files = [.. files.OrderByDescending(file => file.DataUnixSeconds ?? long.MinValue)];
        var bytes = files.Sum(file => file.Length);
        var warnings = new List<(string, Remark)>();
        using var ways = new WayStore(work);
        using var buckets = new CellBuckets(work, bytes);
        var covered = new HashSet<uint>();
        long done = 0;
        foreach (var file in files)
        {
            var pass = new ExtractPass(file, ways, buckets, covered, processors);
            var before = done;
            void Tell(long read, double shaped) => progress?.Report(new(
                (2 * before) + read, 2 * bytes,
                new((((2 * before) + read) / (2.0 * bytes) * ShareOfReading)
                    + ((before + (shaped * file.Length)) / bytes * (ShareOfShaping - ShareOfReading)))));
            if (await pass.RunAsync(work, Tell, cancellation) is { } refusal)
            {
                return MapBuild.Refused(refusal);
            }

            if (pass.Warning is { } warning)
            {
                warnings.Add((Path.GetFileName(file.Path), warning));
            }

            done += file.Length;
        }

        // The oldest state of all extracts: nothing in the index is older.
        var date = files.TrueForAll(file => file.DataUnixSeconds is not null) ? files.Min(file => file.DataUnixSeconds) : null;
        var unfinished = work.PathOf("index");
        var build = await WriteAsync(unfinished);
        if (build.Segments == 0)
        {
            return MapBuild.Refused(new(files[0].Path, MapFault.NoWays, RemarkKind.NoWays));
        }

        cancellation.ThrowIfCancellationRequested();
        File.Move(unfinished, indexPath, overwrite: true);
        progress?.Report(new(2 * bytes, 2 * bytes, new(1)));
        return build with { Warnings = warnings };

        async Task<MapBuild> WriteAsync(string path)
        {
            using var writer = new IndexWriter(path);
            await foreach (var cells in OrderedParallel.DoAsync(
                buckets.Count, processors, () => new BucketCells(buckets, files.Count > 1), (cells, i) => cells.Make(i), cancellation))
            {
                writer.Write(cells);
            }

            var length = writer.Segments > 0 ? writer.Finish(covered, ways, buckets, date) : 0;
            return new(null, bytes, ways.Count, writer.Segments, writer.ShapeBytes, length);
        }
    }
}
