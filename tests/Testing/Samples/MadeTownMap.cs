namespace KneeLoad.Testing.Samples;

/// <summary>The made town as a map extract: the ways that the sample runs follow, with what they are made of, and streets around them.</summary>
internal static class MadeTownMap
{
    private const long State = 1_780_272_000; // 2026-06-01
    private const double StepMetres = 20;

    /// <summary>Draws the town.</summary>
    public static OsmPbfBuilder Draw()
    {
        var map = new OsmPbfBuilder { DataUnixSeconds = State };
        DrawAlong(map, MadeTown.CoastRoad,
            ("highway=secondary surface=sett name=Harbour_Square", 180),
            ("highway=secondary surface=asphalt name=Coast_Road", 1900),
            ("highway=cycleway surface=concrete name=Sea_Wall", 2700),
            ("highway=secondary surface=asphalt name=Coast_Road", 5000));
        DrawAlong(map, MadeTown.RiverPath,
            ("highway=residential surface=asphalt name=Mill_Lane", 900),
            ("highway=path surface=compacted name=River_Path", 2600),
            ("highway=track tracktype=grade2 name=River_Path", 3400),
            ("highway=cycleway surface=asphalt name=Weir_Cycle_Path", 4700),
            ("highway=footway name=Reed_Walk", 5200),
            ("highway=path surface=gravel name=Upper_River_Path", MadeTown.LongestWay));
        DrawAlong(map, MadeTown.HillTrail,
            ("highway=residential surface=asphalt name=Chapel_Street", 520),
            ("highway=track surface=gravel name=Quarry_Road", 1300),
            ("highway=path surface=dirt name=Hill_Trail", 5000));
        DrawStreets(map);
        return map;
    }

    // Each piece runs on from the one before: they share a node, as on a real map.
    private static void DrawAlong(OsmPbfBuilder map, MadeTown.Way way, params (string Tags, double Until)[] pieces)
    {
        var from = 0.0;
        foreach (var (tags, until) in pieces)
        {
            var steps = (int)Math.Ceiling((until - from) / StepMetres);
            var (start, length) = (from, until - from);
            map.Way(tags, [.. Enumerable.Range(0, steps + 1).Select(step => Place(way(start + (length * step / steps))))]);
            from = until;
        }
    }

    // Ways that nobody of the samples runs on, so that the map looks like a town and the matcher has something to choose from.
    private static void DrawStreets(OsmPbfBuilder map)
    {
        for (var street = -9; street <= 9; street++)
        {
            var half = HalfLength(street * 135);
            map.Way(
                $"highway=residential surface=asphalt name={(char)('J' + street)}_Street",
                Straight(MadeTown.Middle + (street * 135), -MadeTown.Middle - half, 0, 1, 2 * half));
            half = HalfLength(street * 120);
            map.Way(
                $"highway={(street % 4 == 0 ? "pedestrian surface=paving_stones" : "residential")} name=Row_{street + 10}",
                Straight(MadeTown.Middle - half, -MadeTown.Middle + (street * 120), 1, 0, 2 * half));
        }

        for (var lane = 0; lane < 9; lane++)
        {
            var angle = (0.8 + (0.16 * lane)) * Math.PI;
            map.Way("highway=track tracktype=grade3 name=Farm_Lane", [.. Enumerable.Range(0, 8)
                .Select(step => Place(MadeTown.Around(angle + (0.02 * step), MadeTown.Radius + 160 + (70 * step))))]);
        }

        map.Way("leisure=track sport=running surface=tartan name=Town_Oval",
            [.. Enumerable.Range(0, 41)
                .Select(step => step % 40 * Math.Tau / 40)
                .Select(angle => Place((-560 + (85 * Math.Cos(angle)), 330 + (45 * Math.Sin(angle)))))]);
    }

    // The streets end well before the river.
    private static double HalfLength(double fromMiddle) => Math.Sqrt(Math.Pow(MadeTown.Radius - 240, 2) - (fromMiddle * fromMiddle));

    private static (double Latitude, double Longitude)[] Straight(double east, double north, double eastward, double northward, double length) =>
        [.. Enumerable.Range(0, 9)
            .Select(step => Place((east + (eastward * length * step / 8), north + (northward * length * step / 8) + (9 * Math.Sin(east + step)))))];

    private static (double Latitude, double Longitude) Place((double East, double North) local)
    {
        var place = MadeTown.Locate(local.East, local.North);
        return (place.LatitudeDegrees, place.LongitudeDegrees);
    }
}
