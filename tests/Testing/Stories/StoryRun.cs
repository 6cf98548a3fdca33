namespace KneeLoad.Testing.Stories;

/// <summary>A stretch of a made run at one speed.</summary>
/// <param name="Seconds">How long. [s]</param>
/// <param name="Speed">How fast. [m/s]</param>
/// <param name="Cadence">Steps of both feet; null when the watch counts none. [steps/min]</param>
/// <param name="SlopePercent">Slope, downhill negative. [%]</param>
public sealed record StoryPart(int Seconds, double Speed, double? Cadence, double SlopePercent);

/// <summary>A made run of a story.</summary>
/// <param name="Day">Days since the story's first. [d]</param>
/// <param name="Hour">Local hour of its start.</param>
/// <param name="Parts">What was run.</param>
public sealed record StoryRun(int Day, int Hour, IReadOnlyList<StoryPart> Parts)
{
    /// <summary>Minutes after the hour. [min]</summary>
    public int Minute { get; init; }

    /// <summary>Number in the FIT profile's type sub_sport; 1 is treadmill.</summary>
    public byte SubSport { get; init; }

    /// <summary>False where no satellite and no barometer is used.</summary>
    public bool Outdoors { get; init; } = true;

    /// <summary>False where the watch measures neither distance nor speed.</summary>
    public bool KnowsDistance { get; init; } = true;

    /// <summary>The factor by which the watch believes to have gone farther than the runner went. [1]</summary>
    public double Drift { get; init; } = 1;

    /// <summary>An even run; a slope climbs its first half and falls its second.</summary>
    /// <param name="day">Days since the story's first. [d]</param>
    /// <param name="hour">Local hour of its start.</param>
    /// <param name="kilometres">Its length. [km]</param>
    /// <param name="pace">Its pace. [min/km]</param>
    /// <param name="cadence">Steps of both feet; null when the watch counts none. [steps/min]</param>
    /// <param name="slope">Slope of the first half. [%]</param>
    public static StoryRun Even(int day, int hour, double kilometres, double pace = 6, double? cadence = 164, double slope = 0)
    {
        var speed = 1000 / 60.0 / pace;
        var half = (int)(kilometres * 1000 / speed / 2);
        return new(day, hour, [new(half, speed, cadence, slope), new(half, speed, cadence, -slope)]);
    }
}

/// <summary>A made history of sixteen weeks, and what a sports physician expects of it.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Expected">What a sports physician expects, in a sentence.</param>
/// <param name="Runs">Its runs, in order of start.</param>
public sealed record Story(string Name, string Expected, IReadOnlyList<StoryRun> Runs);
