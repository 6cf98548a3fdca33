using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>A row of small bars beside a figure that is also said in words. Heights are shares of the largest.</summary>
public sealed class SmallBars
{
    private const double Height = 40;
    private const double Step = 10;
    private readonly IReadOnlyList<double?> values;

    private SmallBars(IReadOnlyList<double?> values) => this.values = values;

    /// <summary>The strip of some values; null when none was measured.</summary>
    /// <param name="values">Oldest first, null where not measured, not below zero.</param>
    public static SmallBars? Of(IEnumerable<double?> values)
    {
        var all = values.ToList();
        return all.Exists(value => value is not null) ? new(all) : null;
    }

    /// <summary>A number as an attribute.</summary>
    public static string Attribute(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The drawing. Not measured is a thin grey line.</summary>
    public IHtmlContent Svg()
    {
        var largest = Math.Max(values.Max() ?? 0, 1e-9);
        var svg = new StringBuilder(
            $"<svg viewBox=\"0 0 {Attribute(Step * values.Count)} 40\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        for (var i = 0; i < values.Count; i++)
        {
            var height = values[i] is { } value ? Math.Max(Height * value / largest, 1) : 1;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect{(values[i] is null ? " class=\"empty\"" : "")} x=\"{Attribute((Step * i) + 1)}\" y=\"{Attribute(Height - height)}\" "
                    + $"width=\"{Attribute(Step - 2)}\" height=\"{Attribute(height)}\"/>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }
}
