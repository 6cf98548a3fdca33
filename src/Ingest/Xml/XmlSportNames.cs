using System.Collections.Frozen;
using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>Names that exporters give to sports, told by the names of the FIT profile.</summary>
internal static class XmlSportNames
{
    private const int LongestName = 60;

    // The bare numbers are the ones that Strava's exports carry.
    private static readonly FrozenDictionary<string, (string Sport, string? SubSport)> Known =
        new Dictionary<string, (string, string?)>(StringComparer.Ordinal)
        {
            ["9"] = ("running", null),
            ["run"] = ("running", null),
            ["running"] = ("running", null),
            ["jogging"] = ("running", null),
            ["street_running"] = ("running", "street"),
            ["road_running"] = ("running", "street"),
            ["track_running"] = ("running", "track"),
            ["track_run"] = ("running", "track"),
            ["trail_running"] = ("running", "trail"),
            ["trail_run"] = ("running", "trail"),
            ["trailrun"] = ("running", "trail"),
            ["treadmill_running"] = ("running", "treadmill"),
            ["treadmill"] = ("running", "treadmill"),
            ["indoor_running"] = ("running", "indoor_running"),
            ["virtual_run"] = ("running", "virtual_activity"),
            ["virtualrun"] = ("running", "virtual_activity"),
            ["ultra_run"] = ("running", "ultra"),
            ["ultra_running"] = ("running", "ultra"),
            ["obstacle_run"] = ("running", "obstacle"),
            ["obstacle_racing"] = ("running", "obstacle"),
            ["10"] = ("walking", null),
            ["walk"] = ("walking", null),
            ["walking"] = ("walking", null),
            ["casual_walking"] = ("walking", "casual_walking"),
            ["speed_walking"] = ("walking", "speed_walking"),
            ["4"] = ("hiking", null),
            ["hike"] = ("hiking", null),
            ["hiking"] = ("hiking", null),
            ["1"] = ("cycling", null),
            ["ride"] = ("cycling", null),
            ["biking"] = ("cycling", null),
            ["bike"] = ("cycling", null),
            ["cycling"] = ("cycling", null),
            ["road_biking"] = ("cycling", "road"),
            ["road_cycling"] = ("cycling", "road"),
            ["mountain_biking"] = ("cycling", "mountain"),
            ["gravel_cycling"] = ("cycling", "gravel_cycling"),
            ["indoor_cycling"] = ("cycling", "indoor_cycling"),
            ["17"] = ("cycling", "virtual_activity"),
            ["virtual_ride"] = ("cycling", "virtual_activity"),
            ["virtualride"] = ("cycling", "virtual_activity"),
            ["16"] = ("swimming", null),
            ["swim"] = ("swimming", null),
            ["swimming"] = ("swimming", null),
            ["lap_swimming"] = ("swimming", "lap_swimming"),
            ["open_water_swimming"] = ("swimming", "open_water"),
            ["yoga"] = ("training", "yoga"),
            ["pilates"] = ("training", "pilates"),
            ["strength_training"] = ("training", "strength_training"),
            ["rowing"] = ("rowing", null),
            ["7"] = ("cross_country_skiing", null),
            ["cross_country_skiing"] = ("cross_country_skiing", null),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The FIT names of sport and sub-sport.</summary>
    /// <param name="written">As the file writes it; null or empty where it says nothing.</param>
    /// <param name="warnings">Takes note of a name that is not known.</param>
    /// <returns>Nulls where the file says nothing that is known.</returns>
    public static (string? Sport, string? SubSport) Find(string? written, ReadWarnings warnings)
    {
        var name = (written ?? string.Empty).Trim().ToLower(CultureInfo.InvariantCulture).Replace(' ', '_').Replace('-', '_');
        if (Known.TryGetValue(name, out var found))
        {
            return found;
        }

        // TCX says "Other" for whatever is neither running nor biking.
        if (name is not ("" or "unknown" or "other"))
        {
            warnings.Add(new Remark(RemarkKind.SportUnknown, Name: WrittenName.Beginning(name, LongestName)));
        }

        return (null, null);
    }
}
