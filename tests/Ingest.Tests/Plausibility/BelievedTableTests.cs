using System.Globalization;
using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>
/// A table of odd recordings and of what is believed of them, a line each. A rule that changes shows here by the cases that it touches, which a person
/// reads before the table is approved anew.
/// </summary>
public sealed class BelievedTableTests
{
    private const int Cases = 900;

    [Fact]
    public void What_is_believed_of_odd_recordings_stays_as_it_was_approved()
    {
        var table = new StringBuilder();
        for (var seed = 0; seed < Cases; seed++)
        {
            var (activities, ways) = OddRecording.Of(seed);
            var zone = seed % 3 == 0 ? null : DateTimeZoneProviders.Tzdb["Europe/Berlin"];
            var believed = BelievedActivities.Of(activities, new BeliefContext(zone, MadeActivity.Now));
            table.Append(CultureInfo.InvariantCulture, $"{seed} {ways}: {string.Join(" | ", believed.Select(Line))}\n");
        }

        Assert.Equal(Approved.Text("tests/Ingest.Tests/Plausibility/believed.approved.txt", table.ToString()), table.ToString());
    }

    private static string Line(Activity activity)
    {
        var notes = activity.Notes.Select(note => string.Create(CultureInfo.InvariantCulture, $"{note.Kind}({note.Count},{note.Stated:0.##})"));
        FormattableString[] parts =
        [
            $"{activity.Sport ?? "-"} {activity.Start?.ToUnixTimeSeconds()} {activity.UtcOffset}",
            $"{activity.TotalElapsed?.TotalSeconds:0.#}/{activity.TotalTimer?.TotalSeconds:0.#} s {activity.TotalDistance?.Metres:0.#} m",
            $"{activity.Records.Count} {Mark(activity):x8} {string.Join(' ', notes)}",
        ];
        return string.Join(' ', parts.Select(FormattableString.Invariant)).TrimEnd();
    }

    // All values of the columns and of the pauses and laps, in one number.
    private static uint Mark(Activity activity)
    {
        var mark = 2_166_136_261u;
        RecordField[] fields =
        [
            RecordField.PositionLat, RecordField.PositionLong, RecordField.Distance, RecordField.EnhancedAltitude, RecordField.EnhancedSpeed,
        ];
        foreach (var column in fields.Select(field => activity.Records[field]).Prepend(activity.Records.TimeUnixSeconds))
        {
            Add(column?.Length ?? -1);
            for (var i = 0; i < column?.Length; i++)
            {
                // To a tenth of a metre, where it is an angle.
                Add(column[i] is { } value ? Math.Round(value * 1e6) / 1e6 : double.MaxValue);
            }
        }

        foreach (var pause in activity.Pauses)
        {
            Add((pause.Start - NodaConstants.UnixEpoch).TotalSeconds);
            Add((pause.End - pause.Start).TotalSeconds);
        }

        Add(activity.Laps.Count);
        return mark;

        void Add(double value)
        {
            foreach (var part in BitConverter.GetBytes(value == 0 ? 0 : value))
            {
                mark = (mark ^ part) * 16_777_619;
            }
        }
    }
}
