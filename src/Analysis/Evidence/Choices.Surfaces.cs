using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>Our choices for matching a track to the ways of a map (the model: <see cref="Sources.NewsonKrumm2009"/>).</summary>
public static partial class Choices
{
    /// <summary>Noise of a satellite position around the way run on. [m]</summary>
    public static Chosen<Distance> PositionNoise { get; } = new(
        new(7), "On labelled tracks 6 to 8 m give the same within 0.1 points of a hundred; watches err by less, but neighbouring points share their error.");

    /// <summary>Difference of the way along the map and the straight line that is e times less likely. [m]</summary>
    public static Chosen<Distance> DetourScale { get; } = new(
        new(6), "On labelled tracks 3 to 12 m give the same within 0.2 points of a hundred.");

    /// <summary>Distance between points that are matched. [m]</summary>
    public static Chosen<Distance> MatchedEvery { get; } = new(
        new(9), "Three seconds of running: nearer points share their error and tell nothing new.");

    /// <summary>Farthest way that a point may belong to. [m]</summary>
    public static Chosen<Distance> WaysWithin { get; } = new(
        new(40), "Nearly six times the noise; beyond it the point is taken to be off the network.");

    /// <summary>Ways and places of ways that a point may belong to, nearest first.</summary>
    public static Chosen<int> PlacesAPoint { get; } = new(
        12, "Beside a square with many paths the right one is among the nearest; each more costs time.");

    /// <summary>Detour on the map beyond the straight line up to which a way between two points is searched. [m]</summary>
    public static Chosen<Distance> LongestDetour { get; } = new(
        new(30), "Over four times the scale of detours; 25 and 80 m give the same within 0.05 points of a hundred on labelled tracks.");

    /// <summary>Cost of changing from one way to another of another surface. [ln]</summary>
    public static Chosen<double> WayChange { get; } = new(
        1, "Keeps a run on one of two parallel ways; tuned on labelled tracks.");

    /// <summary>Cost of changing to another way of the same surface. [ln]</summary>
    public static Chosen<double> WayChangeOnSameSurface { get; } = new(
        0.3, "A pavement is cut into many ways at crossings and stays a pavement; 1 point of a hundred in a dense centre.");

    /// <summary>Cost of changing to another kind of way, as from a pavement to the carriageway. [ln]</summary>
    public static Chosen<double> KindChange { get; } = new(
        0.5, "Who runs on pavements stays on them; 1 point of a hundred in a dense centre, and no loss elsewhere.");

    /// <summary>Cost of a point on the carriageway of a road with through traffic. [ln]</summary>
    public static Chosen<double> RoadPoint { get; } = new(
        0.4, "Where a pavement is drawn beside it, runners take that: with 7 m between the two, the border lies 3 m nearer to the road.");

    /// <summary>Cost of a point on the carriageway of a street. [ln]</summary>
    public static Chosen<double> StreetPoint { get; } = new(
        0.1, "Streets are run on more than roads. Tuned with the two above on three places of six, they gain on the other three, and the other way about.");

    /// <summary>Cost of a point on a way that walkers are not let on. [ln]</summary>
    public static Chosen<double> BarredPoint { get; } = new(
        1, "Bus lanes and private drives beside the way run on; 0.5 to 3 give the same within 0.05 points of a hundred.");

    /// <summary>Cost of a point off the network. [ln]</summary>
    public static Chosen<double> OffNetworkPoint { get; } = new(
        9, "That of a point 30 m from its way.");

    /// <summary>Cost of leaving the network, and of coming back. [ln]</summary>
    public static Chosen<double> OffNetworkChange { get; } = new(
        4, "A detour of 24 m: rather a bad position than a step into the field and back.");

    /// <summary>Cost of passing between two ways that the map does not join. [ln]</summary>
    public static Chosen<double> UnjoinedWays { get; } = new(
        12, "Less than leaving and coming back with a point between, more than any believable detour.");

    /// <summary>Distance that the noise of two positions can add to a step. [m]</summary>
    public static Chosen<Distance> StepNoise { get; } = new(
        new(50), "After a tunnel or between houses positions are off by tens of metres.");

    /// <summary>Farthest two records without time may lie apart to belong together. [m]</summary>
    public static Chosen<Distance> LongestUntimedStep { get; } = new(
        new(500), "Without time a jump cannot be told from a gap; half a kilometre is a tunnel.");

    /// <summary>Records looked at after one that cannot be reached, for one that can.</summary>
    public static Chosen<int> StrayRecords { get; } = new(
        10, "A stray position lasts seconds; after more the runner was taken elsewhere.");

    /// <summary>Least share of a run's metres that its track must show to stand for all of it. [1]</summary>
    public static Chosen<Fraction> TrackStandsForRun { get; } = new(
        new(0.9), "Positions and distance of one run differ by some per cent; more is a part without positions.");
}
