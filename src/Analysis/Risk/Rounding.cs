namespace KneeLoad.Analysis.Risk;

/// <summary>How unrounded points become the points of a row.</summary>
internal static class Rounding
{
    /// <summary>Half away from zero, so that 2.5 is 3.</summary>
    public static int ToPoints(double points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);
}
