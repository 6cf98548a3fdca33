using System.Globalization;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The ceiling and its bands as one bar, from 0 to a little beyond the last band's start, with places to plan a run at.</summary>
public sealed class CeilingBar
{
    /// <summary>A bar has so many places at most: a hand on a phone finds no more. [1]</summary>
    public const int MostPlaces = 60;

    private const double Whole = 100;
    private const double ShownBeyondLast = 1.15;

    /// <summary>Distances between two places, in the runner's unit.</summary>
    private static readonly double[] Steps = [0.1, 0.2, 0.5, 1, 2, 5, 10];

    private static readonly string[] Tones = ["elevated", "elevated-more", "high"];
    private readonly Ceiling ceiling;
    private readonly RunnerFormat format;
    private readonly string calmTone;

    /// <summary>Distance between two places. [m]</summary>
    private readonly double step;

    private CeilingBar(Ceiling ceiling, bool isCalm, RunnerFormat format, IReadOnlyList<double> ends)
    {
        this.ceiling = ceiling;
        this.format = format;
        calmTone = isCalm ? "low" : "unknown";
        var shown = ends[^1] * ShownBeyondLast;
        step = format.MetresPerUnit * Steps.FirstOrDefault(step => shown / (step * format.MetresPerUnit) <= MostPlaces, Steps[^1]);
        LastPlace = (int)Math.Ceiling(shown / step);

        var scale = Whole / (LastPlace * step);
        List<Part> parts = [new(calmTone, 0, scale * ends[0])];
        for (var i = 0; i < ceiling.Bands.Count; i++)
        {
            var end = i + 1 < ends.Count ? scale * ends[i + 1] : Whole;
            parts.Add(new(Tones[Math.Min(i, Tones.Length - 1)], scale * ends[i], end - (scale * ends[i])));
        }

        Parts = parts;
    }

    /// <summary>From left to right.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Number of the place at the bar's end; that at its beginning is 0.</summary>
    public int LastPlace { get; }

    /// <summary>The bar of a ceiling; null where it has no bands.</summary>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="isCalm">Whether the state is calm: only then the stretch below the ceiling is green.</param>
    /// <param name="format">How the runner reads quantities.</param>
    public static CeilingBar? Of(Ceiling ceiling, bool isCalm, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        return ceiling.Limit is { Metres: > 0 } limit && ceiling.Bands is [.., { UpTo: null }]
            ? new(ceiling, isCalm, format, [limit.Metres, .. ceiling.Bands.Select(band => band.UpTo?.Metres).OfType<double>()])
            : null;
    }

    /// <summary>Number of the last place that is not beyond a distance.</summary>
    public int PlaceOf(Distance distance) => Math.Clamp((int)Math.Floor((distance.Metres / step) + 1e-6), 0, LastPlace);

    /// <summary>The places after the beginning, each with the sentence that a typed distance of its length gets.</summary>
    public IEnumerable<Place> Places()
    {
        for (var number = 1; number <= LastPlace; number++)
        {
            var plan = PlannedRun.Judge(new(number * step), ceiling);
            yield return new(ToneOf(plan), CeilingWords.Plan(plan, ceiling, format));
        }
    }

    /// <summary>The bands in words and figures.</summary>
    public IEnumerable<Row> Rows()
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

    private string ToneOf(PlannedRun plan)
    {
        var band = ceiling.Bands.TakeWhile(band => band != plan.Band).Count();
        return plan.Band is null ? calmTone : Tones[Math.Min(band, Tones.Length - 1)];
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

    /// <summary>A distance that one may plan.</summary>
    /// <param name="Tone">Name of the colour of the stretch that it lies on.</param>
    /// <param name="Words">What is said of it.</param>
    public sealed record Place(string Tone, string Words);

    /// <summary>One line of the table.</summary>
    /// <param name="Range">Distances.</param>
    /// <param name="Ratio">Hazard ratio.</param>
    /// <param name="Interval">Its 95 % interval.</param>
    public sealed record Row(string Range, string Ratio, string Interval);
}
