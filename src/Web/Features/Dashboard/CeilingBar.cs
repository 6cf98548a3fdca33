using System.Globalization;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The ceiling and its bands as one bar, from 0 to a little beyond the last band's start.</summary>
public sealed class CeilingBar
{
    private const double Whole = 100;
    private const double ShownBeyondLast = 1.15;
    private static readonly string[] Tones = ["elevated", "elevated-more", "high"];
    private readonly Ceiling ceiling;

    private CeilingBar(Ceiling ceiling, IReadOnlyList<Part> parts)
    {
        this.ceiling = ceiling;
        Parts = parts;
    }

    /// <summary>From left to right.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The bar of a ceiling; null where it has no bands.</summary>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="isCalm">Whether the state is calm: only then the stretch below the ceiling is green.</param>
    public static CeilingBar? Of(Ceiling ceiling, bool isCalm)
    {
        if (ceiling.Limit is not { Metres: > 0 } limit || ceiling.Bands is not [.., { UpTo: null }])
        {
            return null;
        }

        var ends = ceiling.Bands.Select(band => band.UpTo?.Metres).OfType<double>().Prepend(limit.Metres).ToList();
        var scale = Whole / (ends[^1] * ShownBeyondLast);
        List<Part> parts = [new(isCalm ? "low" : "unknown", 0, scale * ends[0])];
        for (var i = 0; i < ceiling.Bands.Count; i++)
        {
            var end = i + 1 < ends.Count ? scale * ends[i + 1] : Whole;
            parts.Add(new(Tones[Math.Min(i, Tones.Length - 1)], scale * ends[i], end - (scale * ends[i])));
        }

        return new(ceiling, parts);
    }

    /// <summary>The bands in words and figures.</summary>
    public IEnumerable<Row> Rows(RunnerFormat format)
    {
        var from = ceiling.Limit.GetValueOrDefault();
        var say = format.Say;
        yield return new(say["Ceiling.Band.Reference", ("distance", format.Limit(from))], format.Number(1, 0), say["Ceiling.Band.ReferenceInterval"]);
        foreach (var band in ceiling.Bands)
        {
            yield return new(
                band.UpTo is { } end
                    ? say["Ceiling.Band.Between", ("from", format.Limit(from)), ("to", format.Limit(end))]
                    : say["Ceiling.Band.Beyond", ("distance", format.Limit(from))],
                format.Number(band.HazardRatio, 2),
                say["Ceiling.Band.Interval", ("low", format.Number(band.Low, 2)), ("high", format.Number(band.High, 2))]);
            from = band.UpTo ?? from;
        }
    }

    /// <summary>One stretch of the bar, in hundredths of its width.</summary>
    /// <param name="Tone">Name of its colour.</param>
    /// <param name="Start">Where it begins.</param>
    /// <param name="Length">How long it is.</param>
    public sealed record Part(string Tone, double Start, double Length)
    {
        /// <summary>The beginning, as an attribute.</summary>
        public string From => Start.ToString("0.##", CultureInfo.InvariantCulture);

        /// <summary>The length, as an attribute.</summary>
        public string Width => Length.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>One line of the table.</summary>
    /// <param name="Range">Distances.</param>
    /// <param name="Ratio">Hazard ratio.</param>
    /// <param name="Interval">Its 95 % interval.</param>
    public sealed record Row(string Range, string Ratio, string Interval);
}
