using System.CommandLine;
using System.Diagnostics;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps;
using KneeLoad.Web.Commands.Surfaces;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Commands;

/// <summary>The verbs <c>surface build</c> and <c>surface match</c>: a map extract to an index, and runs to metres by surface.</summary>
internal static class SurfaceCommand
{
    /// <summary>The verb with those below it.</summary>
    public static Command Create() => new("surface", "Builds a surface index from a map extract, and matches runs with it.") { Build(), Match() };

    private static Command Build()
    {
        var extracts = new Argument<string[]>("EXTRACT") { Description = "OpenStreetMap extracts (.osm.pbf).", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "The index to write.", Required = true };
        var command = new Command("build", "Builds the surface index.") { extracts, output };
        command.SetAction((parsed, cancellation) => BuildAsync(
            parsed.GetRequiredValue(extracts),
            parsed.GetRequiredValue(output),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellation));
        return command;
    }

    private static Command Match()
    {
        var map = SurfaceIndex.Option(required: true);
        var asJson = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var points = new Option<bool>("--points") { Description = "With --json: each stretch with the points that it lies between." };
        var paths = InputFiles.Argument();
        var command = new Command("match", "Metres of each run by surface.") { map, asJson, points, paths };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (!SurfaceIndex.TryOpen(parsed.GetRequiredValue(map), error, out var index) || index is null)
            {
                return CommandLine.Refused;
            }

            using (index)
            {
                return Match(parsed.GetRequiredValue(paths), index, parsed.GetValue(asJson), parsed.GetValue(points), output, error);
            }
        });
        return command;
    }

    private static async Task<int> BuildAsync(string[] extracts, string indexPath, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var progress = ProgressLine.For(error);
        MapBuild build;
        try
        {
            build = await MapIndexBuilder.BuildAsync(extracts, indexPath, progress is null ? null : new BuildProgress(progress), cancellation);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("The build was ended; nothing of it is left.");
            return CommandLine.Refused;
        }
        finally
        {
            progress?.Clear();
        }

        if (build.Refusal is { } refusal)
        {
            await error.WriteLineAsync(
                $"{refusal.File}: "
                    + $"{RemarkWords.Of(refusal.Reason, RemarkWords.ForTerminals)}{(refusal.ByteOffset is { } offset ? $" (byte {offset})" : string.Empty)}");
            return CommandLine.Refused;
        }

        foreach (var (file, warning) in build.Warnings)
        {
            await error.WriteLineAsync($"{file}: {RemarkWords.Of(warning, RemarkWords.ForTerminals)}");
        }

        await output.WriteLineAsync(BuildText.Of(build, Stopwatch.GetElapsedTime(start)));
        await output.WriteLineAsync(MapIndex.Attribution);
        return CommandLine.Done;
    }

    private static int Match(IEnumerable<string> paths, MapIndex index, bool asJson, bool points, TextWriter output, TextWriter error)
    {
        var report = new FileReport(error, ProgressLine.For(error, writesMeanwhile: true));
        var files = report.Read(paths)
            .Where(file => file.Result.Status is not ReadStatus.Rejected)
            .Select(file => MatchedFile.Of(file.Name, file.Result.Activities, index, points));
        if (asJson)
        {
            MatchJson.Write(files, output);
        }
        else
        {
            MatchText.Write(files, output);
        }

        return report.ExitCode;
    }
}
