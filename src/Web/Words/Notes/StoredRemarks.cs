using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace KneeLoad.Web.Words.Notes;

/// <summary>Writes remarks, and what is told of an upload, into a column without words, and reads them back.</summary>
public static class StoredRemarks
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes remarks, in their order, as many as there is room for.</summary>
    /// <param name="remarks">The remarks.</param>
    /// <param name="longest">Length of the column.</param>
    /// <returns>Null where there is none.</returns>
    public static string? Write(IEnumerable<PlacedRemark> remarks, int longest)
    {
        List<PlacedRemark> shown = [.. remarks.Select(Shown)];
        return Fitting(shown, shown, longest, shown.Count == 0);
    }

    /// <summary>Reads remarks.</summary>
    /// <returns>Empty where there are none, or another version wrote them.</returns>
    public static IReadOnlyList<PlacedRemark> Read(string? stored) => Read<List<PlacedRemark>>(stored, '[') ?? [];

    /// <summary>Remarks in words, one line each. A row that an earlier version wrote holds the words themselves.</summary>
    public static IReadOnlyList<string> Words(string? stored, RunnerFormat format) =>
        stored is null or ['[', ..] ? [.. Read(stored).Select(remark => remark.In(format))] : stored.Split('\n');

    /// <summary>Writes what is told of an upload; files are named as far as there is room.</summary>
    /// <param name="report">What was counted.</param>
    /// <param name="longest">Length of the column.</param>
    public static string? Write(UploadReport report, int longest)
    {
        ArgumentNullException.ThrowIfNull(report);
        List<PlacedRemark> faults = [.. report.Faults.Select(Shown)];
        return Fitting(report with { Faults = faults }, faults, longest, report is { HasNothingToSay: true, Runs: > 0, Origins.Count: 0 });
    }

    /// <summary>The report of an upload; null where there is none, or another version wrote it.</summary>
    public static UploadReport? ReadReport(string? stored) => Read<UploadReport>(stored, '{');

    /// <summary>Writes what was counted so far, for the next try.</summary>
    public static string WriteAll(UploadReport report) => JsonSerializer.Serialize(report, Options);

    private static string? Fitting<T>(T value, List<PlacedRemark> within, int longest, bool isNothing)
    {
        if (isNothing)
        {
            return null;
        }

        while (true)
        {
            var written = JsonSerializer.Serialize(value, Options);
            if (written.Length <= longest || within.Count == 0)
            {
                return written;
            }

            within.RemoveAt(within.Count - 1);
        }
    }

    private static T? Read<T>(string? stored, char beginning)
        where T : class
    {
        try
        {
            return stored is { Length: > 0 } && stored[0] == beginning ? JsonSerializer.Deserialize<T>(stored, Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static PlacedRemark Shown(PlacedRemark remark) =>
        remark with { Remark = remark.Remark with { Name = RemarkWords.Shown(remark.Remark.Name) } };
}
