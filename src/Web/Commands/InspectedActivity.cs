using System.Text.Json;
using KneeLoad.Ingest.Activities;
using NodaTime.Text;

namespace KneeLoad.Web.Commands;

/// <summary>One activity of a file as <c>inspect --json</c> shows it; a field that the file lacks is null.</summary>
internal sealed record InspectedActivity(
    string? Sport,
    string? SubSport,
    string? Maker,
    string? Product,
    string? Start,
    double? TotalElapsedSeconds,
    double? TotalTimerSeconds,
    double? TotalDistanceMetres,
    int Records,
    IReadOnlyDictionary<string, FieldStatistics?> Fields,
    IReadOnlyList<InspectedDeveloperField> DeveloperFields)
{
    private static readonly RecordField[] AllFields = Enum.GetValues<RecordField>();

    /// <summary>Shows an activity.</summary>
    public static InspectedActivity Of(Activity activity) => new(
        activity.Sport,
        activity.SubSport,
        activity.Maker,
        activity.Product,
        activity.Start is { } start ? InstantPattern.ExtendedIso.Format(start) : null,
        activity.TotalElapsed?.TotalSeconds,
        activity.TotalTimer?.TotalSeconds,
        activity.TotalDistance?.Metres,
        activity.Records.Count,
        AllFields.ToDictionary(
            NameOf,
            field => activity.Records[field] is { MeasuredCount: > 0 } column ? FieldStatistics.Of(column) : null,
            StringComparer.Ordinal),
        [.. activity.Records.DeveloperColumns.Select(InspectedDeveloperField.Of)]);

    private static string NameOf(RecordField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}

/// <summary>A field that the file itself describes, in four numbers.</summary>
internal sealed record InspectedDeveloperField(string Name, string? Units, int N, double? Sum, double? Min, double? Max)
{
    /// <summary>Shows a column.</summary>
    public static InspectedDeveloperField Of(DeveloperColumn column)
    {
        var (n, sum, min, max) = FieldStatistics.Of(column.Values);
        return new(column.Name, column.Units, n, sum, min, max);
    }
}
