namespace KneeLoad.Ingest.Activities;

/// <summary>
/// The places of an activity, record by record. Devices that have no fix yet write zero for both, a place in the sea off Africa where
/// nobody runs: such a record has no position.
/// </summary>
public static class Positions
{
    private const double Pole = 90;
    private const double HalfTurn = 180;

    /// <summary>The two columns as far as they name places on the globe.</summary>
    /// <param name="records">The records.</param>
    /// <returns>Latitudes and longitudes, both NaN where there is no position [degrees]; null where the file lacks either column.</returns>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public static (double[] Latitudes, double[] Longitudes)? Of(RecordStream records)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records[RecordField.PositionLat]?.ToArray() is not { } latitudes || records[RecordField.PositionLong]?.ToArray() is not { } longitudes)
        {
            return null;
        }

        for (var i = 0; i < latitudes.Length; i++)
        {
            // A comparison with NaN is false, so a half position has none either.
            var isPlace = Math.Abs(latitudes[i]) <= Pole && Math.Abs(longitudes[i]) <= HalfTurn && (latitudes[i] != 0 || longitudes[i] != 0);
            if (!isPlace)
            {
                (latitudes[i], longitudes[i]) = (double.NaN, double.NaN);
            }
        }

        return (latitudes, longitudes);
    }
}
