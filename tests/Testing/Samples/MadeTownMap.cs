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

    // Streets that nobody of the samples runs on, so that the map looks like a town and the matcher has something to choose from.
    private static void DrawStreets(OsmPbfBuilder map)
    {
        for (var row = -4; row < 0; row++)
        {
            map.Way($"highway=residential surface=asphalt name={Ordinal(-row)}_Row", [.. Enumerable.Range(-4, 13).Select(column => Crossing(column, row))]);
        }

        for (var column = -4; column <= 8; column++)
        {
            var tags = column % 3 == 0 ? "highway=pedestrian surface=paving_stones" : "highway=residential";
            map.Way($"{tags} name={Ordinal(column + 5)}_Street", [.. Enumerable.Range(-4, 4).Select(row => Crossing(column, row)), Place((130 * column, column < 0 ? 20 : 60 * Math.Sin(130 * column / 700.0)))]);
        }

        map.Way("highway=path surface=grass name=Common", Place((-420, 80)), Place((-300, 210)), Place((-120, 240)), Place((-60, 120)), Place((0, 0)));
        map.Way("leisure=track sport=running surface=tartan name=Town_Oval",
            [.. Enumerable.Range(0, 41).Select(step => step % 40 * Math.Tau / 40).Select(angle => Place((-560 + (85 * Math.Cos(angle)), 330 + (45 * Math.Sin(angle)))))]);
    }

    private static (double Latitude, double Longitude) Crossing(int column, int row) => Place((130 * column, (110 * row) + (14 * Math.Sin(column))));

    private static string Ordinal(int number) => number switch
    {
        1 => "First", 2 => "Second", 3 => "Third", 4 => "Fourth", 5 => "Fifth", 6 => "Sixth", 7 => "Seventh",
        8 => "Eighth", 9 => "Ninth", 10 => "Tenth", 11 => "Eleventh", 12 => "Twelfth", _ => "Last",
    };

    private static (double Latitude, double Longitude) Place((double East, double North) local)
    {
        var place = MadeTown.Locate(local.East, local.North);
        return (place.LatitudeDegrees, place.LongitudeDegrees);
    }
}
