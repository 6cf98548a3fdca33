using System.Globalization;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>A thin line over the weeks beside a figure that is also said in words. Weeks without a value break it.</summary>
/// <param name="Path">The drawing's path, on a field of 100 by 30.</param>
public sealed record TrendLine(string Path)
{
    private const double Width = 100;
    private const double Top = 3;
    private const double Bottom = 27;
    // A flat line must not look like a cliff: a field shows at least this much.
    private const double LeastRange = 6;

    /// <summary>The line of some values; null with fewer than two.</summary>
    /// <param name="values">Oldest first, null where not measured.</param>
    public static TrendLine? Of(IEnumerable<double?> values)
    {
        var all = values.ToList();
        var known = all.OfType<double>().ToList();
        if (known.Count < 2)
        {
            return null;
        }

        var middle = (known.Max() + known.Min()) / 2;
        var range = Math.Max(known.Max() - known.Min(), LeastRange);
        var pen = "M";
        var path = "";
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is { } value)
            {
                var x = Width * i / (all.Count - 1);
                var y = ((Top + Bottom) / 2) - ((Bottom - Top) * (value - middle) / range);
                path += string.Create(CultureInfo.InvariantCulture, $"{pen}{x:0.#} {y:0.#}");
                pen = "L";
            }
            else
            {
                pen = "M";
            }
        }

        return new(path);
    }
}
