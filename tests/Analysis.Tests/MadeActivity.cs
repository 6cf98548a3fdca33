using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Tests;

/// <summary>Activities made for one fact each: a run of one record a second, changed where the fact needs it.</summary>
internal sealed class MadeActivity
{
    private readonly Dictionary<RecordField, double[]> fields = [];
    private readonly List<DeveloperColumn> developer = [];
    private readonly List<Pause> pauses = [];
    private double[] seconds;
    private Activity activity;

    private MadeActivity(double[] seconds)
    {
        this.seconds = seconds;
        activity = new Activity { Format = ActivityFormat.Fit, Sport = "running", Records = RecordStream.Empty };
    }

    /// <summary>Sunday 2 June 2024, 06:00 UTC.</summary>
    public static Instant Morning { get; } = Instant.FromUtc(2024, 6, 2, 6, 0);

    /// <summary>A run with a record at second 0, 1, ... and the last.</summary>
    public static MadeActivity Lasting(int seconds) => new([.. Enumerable.Range(0, seconds + 1).Select(i => (double)i)]);

    /// <summary>A run with records at these seconds.</summary>
    public static MadeActivity At(params double[] seconds) => new(seconds);

    /// <summary>Distance grows evenly.</summary>
    public MadeActivity Speed(double metresPerSecond) => Speed(_ => metresPerSecond);

    /// <summary>Distance grows by the speed at each second up to the next record.</summary>
    public MadeActivity Speed(Func<double, double> metresPerSecondAt)
    {
        var metres = new double[seconds.Length];
        for (var i = 1; i < metres.Length; i++)
        {
            metres[i] = metres[i - 1] + (metresPerSecondAt(seconds[i - 1]) * (seconds[i] - seconds[i - 1]));
        }

        fields[RecordField.Distance] = metres;
        return this;
    }

    /// <summary>Cadence of both feet, kept as a FIT file keeps it: strides of one.</summary>
    public MadeActivity Cadence(double stepsPerMinute) => Cadence(_ => stepsPerMinute);

    /// <summary>Cadence of both feet at each second, kept as strides of one foot.</summary>
    public MadeActivity Cadence(Func<double, double> stepsPerMinuteAt)
    {
        fields[RecordField.Cadence] = [.. seconds.Select(s => stepsPerMinuteAt(s) / 2)];
        activity = activity with { CadenceUnit = CadenceUnit.StridesPerMinute };
        return this;
    }

    /// <summary>Altitude follows distance at this gradient.</summary>
    public MadeActivity Gradient(double degrees, AltitudeSource source = AltitudeSource.Barometer)
    {
        var slope = Math.Tan(double.DegreesToRadians(degrees));
        return Field(RecordField.EnhancedAltitude, [.. fields[RecordField.Distance].Select(m => 100 + (slope * m))])
            .With(a => a with { AltitudeSource = source });
    }

    /// <summary>Sets a column, a value a record.</summary>
    public MadeActivity Field(RecordField field, double[] values)
    {
        fields[field] = values;
        return this;
    }

    /// <summary>Sets a column to the same value throughout.</summary>
    public MadeActivity Field(RecordField field, double value) => Field(field, _ => value);

    /// <summary>Sets a column by second.</summary>
    public MadeActivity Field(RecordField field, Func<double, double> valueAt) => Field(field, [.. seconds.Select(valueAt)]);

    /// <summary>Takes a column away.</summary>
    public MadeActivity Without(RecordField field)
    {
        fields.Remove(field);
        return this;
    }

    /// <summary>Adds a column that the file itself describes.</summary>
    public MadeActivity Developer(string name, Func<double, double> valueAt, string? units = null, RecordField? native = null)
    {
        developer.Add(new DeveloperColumn(name, units, native, Column.Of([.. seconds.Select(valueAt)])));
        return this;
    }

    /// <summary>The timer stands still between two seconds.</summary>
    public MadeActivity Pause(double from, double to)
    {
        pauses.Add(new Pause(Morning + Duration.FromSeconds(from), Morning + Duration.FromSeconds(to)));
        return this;
    }

    /// <summary>Gives the records other times.</summary>
    public MadeActivity Times(Func<double, double> secondAt)
    {
        seconds = [.. seconds.Select(secondAt)];
        return this;
    }

    /// <summary>Changes what stands outside of the records.</summary>
    public MadeActivity With(Func<Activity, Activity> change)
    {
        activity = change(activity);
        return this;
    }

    public MadeActivity Total(double metres) => With(a => a with { TotalDistance = new Distance(metres) });

    public Activity Build()
    {
        var start = (Morning - NodaConstants.UnixEpoch).TotalSeconds;
        var records = new RecordStream(
            seconds.Length,
            Column.Of([.. seconds.Select(s => start + s)]),
            fields.Select(field => KeyValuePair.Create(field.Key, Column.Of([.. field.Value]))),
            developer);
        return activity with { Records = records, Pauses = pauses };
    }

    public AnalysedActivity Analyse(DateTimeZone? zone = null) =>
        RunAnalysis.Analyse(Build(), zone ?? DateTimeZone.Utc)!;
}
