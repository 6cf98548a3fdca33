using System.Text.Json;

namespace KneeLoad.Testing;

/// <summary>
/// Real watch files to test on. They are personal and lie outside the repository: the variable KNEELOAD_CORPUS names
/// their folder, and a test that needs them is skipped, by name, where it is not set.
/// </summary>
public static class Corpus
{
    /// <summary>Why a test on the corpus is skipped.</summary>
    public const string AbsentReason = "KNEELOAD_CORPUS names no folder of real watch files.";

    private static readonly string? Root = Environment.GetEnvironmentVariable("KNEELOAD_CORPUS") is { Length: > 0 } folder
        && File.Exists(Path.Combine(folder, "watch", "TRUTH.jsonl")) ? Path.Combine(folder, "watch") : null;

    private static readonly Lazy<IReadOnlyList<CorpusFile>> All = new(ReadAll);

    /// <summary>Whether there are no files to test on.</summary>
    public static bool IsAbsent => Root is null;

    /// <summary>All files, with what the reference decoders read. Empty where the corpus is absent.</summary>
    public static IReadOnlyList<CorpusFile> Files => All.Value;

    /// <summary>Files of one format.</summary>
    /// <param name="format">fit, gpx or tcx.</param>
    public static IEnumerable<CorpusFile> OfFormat(string format) => Files.Where(file => file.Format == format);

    /// <summary>The whole history of one runner.</summary>
    /// <param name="letter">A to D, as the corpus marks them.</param>
    public static IEnumerable<CorpusFile> History(string letter) => Files.Where(file => file.History == letter);

    private static CorpusFile[] ReadAll()
    {
        if (Root is null)
        {
            return [];
        }

        var histories = ReadHistories(Root);
        return
        [
            .. File.ReadLines(Path.Combine(Root, "TRUTH.jsonl")).Select(line =>
            {
                var truth = JsonSerializer.Deserialize<JsonElement>(line);
                var path = truth.GetProperty("path").GetString()!;
                return new CorpusFile(
                    truth.GetProperty("source_sha256").GetString()![..12],
                    truth.GetProperty("format").GetString()!,
                    histories.GetValueOrDefault(path, string.Empty),
                    truth,
                    Path.Combine(Root, path));
            }),
        ];
    }

    private static Dictionary<string, string> ReadHistories(string root)
    {
        var lines = File.ReadAllLines(Path.Combine(root, "MANIFEST.tsv"));
        var header = lines[0].Split('\t');
        var (path, history) = (Array.IndexOf(header, "path"), Array.IndexOf(header, "history"));
        return lines.Skip(1).Select(line => line.Split('\t')).ToDictionary(cells => cells[path], cells => cells[history]);
    }
}
