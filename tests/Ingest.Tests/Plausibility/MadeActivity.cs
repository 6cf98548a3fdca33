using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>A run eastwards at 3 m/s with a record a second, changed where the fact needs it.</summary>
internal sealed class MadeActivity
{
    public const double Speed = 3;

    private readonly Dictionary<RecordField, double[]> fields = [];
    private readonly List<DeveloperColumn> developer = [];
    private double[] times;
    private Activity activity = new() { Format = ActivityFormat.Gpx, Sport = "running", Records = RecordStream.Empty };

    private MadeActivity(int seconds) => times = [.. Enumerable.Range(0, seconds + 1).Select(second => UnixSeconds(Morning) + second)];

    public static Instant Morning { get; } = Instant.FromUtc(2026, 10, 5, 6, 0);

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 1, 12, 0);

    public static MadeActivity Lasting(int seconds) => new(seconds);

    public static double UnixSeconds(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalSeconds;

    /// <summary>Degrees of longitude that a number of metres make at 47 degrees north.</summary>
    public static double East(double metres) => 8 + (metres / (111_195 * Math.Cos(double.DegreesToRadians(47))));

    /// <summary>Positions that follow the metres at each record.</summary>
    public MadeActivity Positions(Func<int, double>? metresAt = null) =>
        Field(RecordField.PositionLat, _ => 47).Field(RecordField.PositionLong, i => East(metresAt?.Invoke(i) ?? (Speed * i)));

    /// <summary>A distance column.</summary>
    public MadeActivity Column(Func<int, double>? metresAt = null) => Field(RecordField.Distance, metresAt ?? (i => Speed * i));

    public MadeActivity Field(RecordField field, Func<int, double> valueAt)
    {
        fields[field] = [.. Enumerable.Range(0, times.Length).Select(valueAt)];
        return this;
    }

    public MadeActivity Developer(string name, string? units, Func<int, double> valueAt, RecordField? native = null)
    {
        developer.Add(new(name, units, native, Ingest.Activities.Column.Of([.. Enumerable.Range(0, times.Length).Select(valueAt)])));
        return this;
    }

    /// <summary>Gives the records other times.</summary>
    public MadeActivity Times(Func<int, double, double> timeAt)
    {
        times = [.. times.Select((time, i) => timeAt(i, time))];
        return this;
    }

    public MadeActivity With(Func<Activity, Activity> change)
    {
        activity = change(activity);
        return this;
    }

    public MadeActivity Total(double metres) => With(made => made with { TotalDistance = new Distance(metres) });

    public MadeActivity Timer(double seconds) => With(made => made with { TotalTimer = Duration.FromSeconds(seconds) });

    public Activity Build() => activity with
    {
        Start = activity.Start ?? (times.Length > 0 ? Instant.FromUnixTimeTicks((long)(times[0] * NodaConstants.TicksPerSecond)) : null),
        Records = new RecordStream(
            times.Length,
            Ingest.Activities.Column.Of(times),
            fields.Select(field => KeyValuePair.Create(field.Key, Ingest.Activities.Column.Of(field.Value))),
            developer),
    };

    public IReadOnlyList<Activity> BelieveAll(DateTimeZone? zone = null) => BelievedActivities.Of([Build()], new BeliefContext(zone, Now));

    public Activity Believe(DateTimeZone? zone = null) => Assert.Single(BelieveAll(zone));
}
