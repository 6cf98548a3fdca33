using KneeLoad.Ingest.Activities;

namespace KneeLoad.Web.Commands;

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
