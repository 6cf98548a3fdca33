using System.Text.Json;
using System.Text.Json.Serialization;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Past;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Writes the values of Analysis into rows and reads them back: exactly, with the unit in each name, null left out.</summary>
public static class StoredJson
{
    private static readonly StoredJsonContext Context = new(Options());

    /// <summary>Writes metrics.</summary>
    public static string Write(RunMetrics metrics) => JsonSerializer.Serialize(metrics, Context.RunMetrics);

    /// <summary>Writes a load.</summary>
    public static string Write(RunLoad load) => JsonSerializer.Serialize(load, Context.RunLoad);

    /// <summary>Writes a surface mix.</summary>
    public static string Write(SurfaceMix mix) => JsonSerializer.Serialize(mix, Context.SurfaceMix);

    /// <summary>Writes a week.</summary>
    public static string Write(WeeklyLoad week) => JsonSerializer.Serialize(week, Context.WeeklyLoad);

    /// <summary>Writes a week's runs and walks.</summary>
    public static string Write(IReadOnlyList<PastRun> runs) => JsonSerializer.Serialize(runs, Context.IReadOnlyListPastRun);

    /// <summary>Writes an assessment.</summary>
    public static string Write(RiskAssessment assessment) => JsonSerializer.Serialize(assessment, Context.RiskAssessment);

    /// <summary>Writes an assessment with its inputs, in UTF-8.</summary>
    public static byte[] Write(AssessmentRecord assessment) => JsonSerializer.SerializeToUtf8Bytes(assessment, Context.AssessmentRecord);

    /// <summary>Reads an assessment with its inputs.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static AssessmentRecord ReadAssessment(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.AssessmentRecord) ?? throw new JsonException("No assessment.");

    /// <summary>Reads the inputs of an assessment, whatever version of the model wrote it.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static AssessmentInputs ReadInputs(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.AssessmentInputs) ?? throw new JsonException("No assessment.");

    /// <summary>Reads level and points of an assessment, whatever version of the model wrote it.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static ShownFinding ReadFinding(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Context.StoredOutcome)?.Outcome ?? throw new JsonException("No outcome.");

    /// <summary>Reads metrics.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static RunMetrics ReadMetrics(string json) => JsonSerializer.Deserialize(json, Context.RunMetrics) ?? throw new JsonException("No metrics.");

    /// <summary>Reads a load.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static RunLoad ReadLoad(string json) => JsonSerializer.Deserialize(json, Context.RunLoad) ?? throw new JsonException("No load.");

    /// <summary>Reads a surface mix; null stays null.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static SurfaceMix? ReadSurface(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Context.SurfaceMix);

    /// <summary>Reads a week.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static WeeklyLoad ReadWeek(string json) => JsonSerializer.Deserialize(json, Context.WeeklyLoad) ?? throw new JsonException("No week.");

    /// <summary>Reads a week's runs and walks.</summary>
    /// <exception cref="JsonException">The row is damaged.</exception>
    public static IReadOnlyList<PastRun> ReadPastRuns(string json) =>
        JsonSerializer.Deserialize(json, Context.IReadOnlyListPastRun) ?? throw new JsonException("No runs.");

    private static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters =
        {
            NodaConverters.InstantConverter, NodaConverters.LocalDateConverter, NodaConverters.DurationConverter,
            NodaConverters.CreateDateTimeZoneConverter(DateTimeZoneProviders.Tzdb),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
        },
    };

    /// <summary>The part of a stored assessment that all versions wrote alike.</summary>
    internal sealed record StoredOutcome(ShownFinding Outcome);
}

/// <summary>Readers and writers of stored values, generated at build.</summary>
[JsonSerializable(typeof(RunMetrics))]
[JsonSerializable(typeof(RunLoad))]
[JsonSerializable(typeof(SurfaceMix))]
[JsonSerializable(typeof(WeeklyLoad))]
[JsonSerializable(typeof(IReadOnlyList<PastRun>))]
[JsonSerializable(typeof(RiskAssessment))]
[JsonSerializable(typeof(AssessmentRecord))]
[JsonSerializable(typeof(AssessmentInputs))]
[JsonSerializable(typeof(StoredJson.StoredOutcome))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;
