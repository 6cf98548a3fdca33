using System.Globalization;

namespace KneeLoad.Web.Commands;

/// <summary>Writes inspected files for a reader at a terminal.</summary>
internal static class InspectText
{
    /// <summary>Writes each file as soon as it is read.</summary>
    public static void Write(IEnumerable<InspectedFile> files, TextWriter output)
    {
        foreach (var file in files)
        {
            output.WriteLine($"{file.File}: {file.Status}{(file.Format is null ? string.Empty : $", {file.Format}")}");
            if (file.Reason is not null)
            {
                output.WriteLine($"  {file.Reason}{(file.ByteOffset is { } offset ? Invariant($" (byte {offset})") : string.Empty)}");
            }

            foreach (var warning in file.Warnings)
            {
                output.WriteLine($"  note: {warning}");
            }

            foreach (var activity in file.Activities)
            {
                Write(activity, output);
            }

            output.WriteLine();
        }
    }

    private static void Write(InspectedActivity activity, TextWriter output)
    {
        var sport = activity.Sport is null ? "sport not said" : $"{activity.Sport}{(activity.SubSport is null ? string.Empty : $", {activity.SubSport}")}";
        var device = string.Join(' ', new[] { activity.Maker, activity.Product }.OfType<string>());
        output.WriteLine($"  {activity.Start ?? "no time"}  {sport}{(device.Length == 0 ? string.Empty : $"  [{device}]")}");
        output.WriteLine(
            $"    distance {Quantity(activity.TotalDistanceMetres, "m")}, timer {Quantity(activity.TotalTimerSeconds, "s")}, elapsed "
                + $"{Quantity(activity.TotalElapsedSeconds, "s")}, {activity.Records} records");
        var fields = activity.Fields.Where(field => field.Value is not null).ToList();
        if (fields.Count + activity.DeveloperFields.Count == 0)
        {
            return;
        }

        output.WriteLine($"    {"field",-24}{"n",8}{"mean",14}{"min",14}{"max",14}");
        foreach (var (name, field) in fields)
        {
            Write(name, field!.N, field.Sum, field.Min, field.Max, output);
        }

        foreach (var field in activity.DeveloperFields)
        {
            Write($"{field.Name}{(field.Units is null ? string.Empty : $" [{field.Units}]")}", field.N, field.Sum, field.Min, field.Max, output);
        }
    }

    private static void Write(string name, int n, double? sum, double? min, double? max, TextWriter output) =>
        output.WriteLine($"    {name,-24}{n,8}{Number(sum / n),14}{Number(min),14}{Number(max),14}");

    private static string Quantity(double? value, string unit) => value is null ? "not said" : $"{Number(value)} {unit}";

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
