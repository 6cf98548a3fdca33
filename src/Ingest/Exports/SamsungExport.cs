using System.IO.Compression;
using System.Text.RegularExpressions;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Archives;
using KneeLoad.Ingest.Exports.Json;
using KneeLoad.Ingest.Exports.Tables;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Exports;

/// <summary>
/// The exercises of a Samsung archive: the table states the sport and the totals of each, and up to two files by its id hold its
/// curves, one the heart and the legs, the other the way. A run is read once, with what each of the three knows.
/// </summary>
internal sealed partial class SamsungExport
{
    // More curves than of a thousand hours are read one by one, and joined as any two recordings of one run are. [bytes]
    private const long MostKeptBytes = 64L << 20;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // A name is short. [ms]
    private const int Longest = 1_000;

    private readonly Dictionary<string, List<(string? Id, Activity Run)>> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Activity> runs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> hearts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> ways = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.OrdinalIgnoreCase);
    private long keptBytes;

    /// <summary>Whether any run has two files of curves.</summary>
    public bool HasPairs => runs.Keys.Any(id => hearts.ContainsKey(id) && ways.ContainsKey(id));

    /// <summary>Whether a file is a table of exercises, by its name.</summary>
    public static bool IsTable(string path) => TableName().IsMatch(ExportFile.NameOf(path));

    /// <summary>Takes note of a file of curves by its name.</summary>
    public void Note(string path)
    {
        var name = ExportFile.NameOf(path);
        if (CurveName().Match(name) is { Success: true } curve)
        {
            (curve.Groups["kind"].Value.Equals("live", StringComparison.OrdinalIgnoreCase) ? hearts : ways)[curve.Groups["id"].Value] = path;
        }
    }

    /// <summary>Reads a table.</summary>
    public void Read(ArchiveMember member)
    {
        var table = new List<(string?, Activity)>();
        foreach (var row in TableExport.Rows(member.Content.Span, SamsungTable.LinesBeforeHeaders))
        {
            if (SamsungTable.Run(row) is { Start: not null } run)
            {
                var id = SamsungTable.Id(row);
                table.Add((id, run));
                runs[id ?? ""] = run;
            }
        }

        runs.Remove("");
        if (table.Count > 0)
        {
            tables[member.Name] = table;
        }
    }

    /// <summary>Whether a file is the one of two that is read with the other.</summary>
    public bool IsHalf(string path) => IdOf(path) is { } id && runs.ContainsKey(id) && ways.ContainsKey(id) && hearts.GetValueOrDefault(id) == path;

    /// <summary>Keeps the half of a run until the other is read.</summary>
    public void Keep(ArchiveMember member)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(member.Content.Span);
        }

        if (keptBytes + packed.Length <= MostKeptBytes && IdOf(member.Name) is { } id)
        {
            kept[id] = packed.ToArray();
            keptBytes += packed.Length;
        }
    }

    /// <summary>The content of a file of the archive; null where it is none of these.</summary>
    public ReadResult? ResultOf(ArchiveMember member)
    {
        if (tables.TryGetValue(member.Name, out var table))
        {
            var alone = table.Where(row => row.Id is null || !(hearts.ContainsKey(row.Id) || ways.ContainsKey(row.Id))).Select(row => row.Run).ToList();
            return alone.Count > 0
                ? ReadResult.Read(ActivityFormat.SamsungCsv, alone, [])
                : ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.ListHoldsNoRunByHand, ActivityFormat.SamsungCsv);
        }

        if (IdOf(member.Name) is not { } id || tables.Count == 0)
        {
            return null;
        }

        if (!runs.TryGetValue(id, out var run))
        {
            return ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.ExportHoldsNoRun, ActivityFormat.SamsungJson);
        }

        var isHeart = hearts.GetValueOrDefault(id) == member.Name;
        if (isHeart && kept.ContainsKey(id))
        {
            return ReadResult.LeftAside(ReadFault.NoActivity, RemarkKind.NoActivity, ActivityFormat.SamsungJson);
        }

        return member.Refusal is { } refusal
            ? isHeart && ways.ContainsKey(id) ? refusal : refusal with { Status = ReadStatus.Partial, Activities = [run] }
            : SamsungCurves.Read(member.Content.Span, isHeart ? [] : Unpacked(id), run);
    }

    private byte[] Unpacked(string id)
    {
        if (!kept.TryGetValue(id, out var packed))
        {
            return [];
        }

        using var whole = new MemoryStream();
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        deflate.CopyTo(whole);
        return whole.ToArray();
    }

    private static string? IdOf(string path) => CurveName().Match(ExportFile.NameOf(path)) is { Success: true } curve ? curve.Groups["id"].Value : null;

    [GeneratedRegex(@"^com\.samsung\.s?health\.exercise(\.[0-9]+)?\.csv$", Options, Longest)]
    private static partial Regex TableName();

    [GeneratedRegex(@"^(?<id>[^.]{1,80})\.(?:com\.samsung\.s?health\.exercise\.)?(?<kind>live|location)_data(?:\.json)?$", Options, Longest)]
    private static partial Regex CurveName();
}
