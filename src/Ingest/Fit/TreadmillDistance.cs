using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Fit;

/// <summary>Indoors the runner may correct the distance when saving: then the session's holds, and the records' is another.</summary>
internal static class TreadmillDistance
{
    private const double WorthSaying = 0.01;

    /// <summary>Warns where the two differ by more than one in a hundred.</summary>
    public static void Check(Activity activity, FitOutcome outcome)
    {
        if (activity.SubSport is "treadmill" or "indoor_running" &&
            activity.TotalDistance is { Metres: > 0 and var stated } &&
            LastDistance(activity.Records) is { } recorded &&
            Math.Abs(recorded - stated) > WorthSaying * stated)
        {
            outcome.Warn(new Remark(RemarkKind.IndoorDistanceCorrected, (long)Math.Round(recorded), Other: (long)Math.Round(stated)));
        }
    }

    private static double? LastDistance(RecordStream records)
    {
        var distances = records[RecordField.Distance];
        for (var row = records.Count - 1; distances is not null && row >= 0; row--)
        {
            if (distances[row] is { } metres)
            {
                return metres;
            }
        }

        return null;
    }
}
