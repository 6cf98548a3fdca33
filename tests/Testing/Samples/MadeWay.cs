namespace KneeLoad.Testing.Samples;

/// <summary>A way of the made town, drawn by a curve and walked by its true length.</summary>
internal sealed class MadeWay
{
    private const double StepMetres = 10;
    private readonly List<(double East, double North)> places = [];
    private readonly List<double> lengths = [];

    /// <summary>Draws the way.</summary>
    /// <param name="curve">Metres east and north for a parameter that grows about as the length.</param>
    /// <param name="length">How long the way is. [m]</param>
    public MadeWay(Func<double, (double East, double North)> curve, double length)
    {
        var whole = 0.0;
        for (var at = 0.0; whole < length; at += StepMetres)
        {
            var place = curve(at);
            whole += places.Count == 0 ? 0 : Math.Sqrt(Math.Pow(place.East - places[^1].East, 2) + Math.Pow(place.North - places[^1].North, 2));
            places.Add(place);
            lengths.Add(whole);
        }
    }

    /// <summary>The place after so many metres along it; its end beyond.</summary>
    public (double East, double North) At(double metres)
    {
        var index = lengths.BinarySearch(metres);
        var after = Math.Clamp(index < 0 ? ~index : index, 1, places.Count - 1);
        var share = Math.Clamp((metres - lengths[after - 1]) / (lengths[after] - lengths[after - 1]), 0, 1);
        var (from, to) = (places[after - 1], places[after]);
        return (from.East + (share * (to.East - from.East)), from.North + (share * (to.North - from.North)));
    }
}
