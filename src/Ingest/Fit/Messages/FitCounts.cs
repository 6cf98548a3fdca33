using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Messages;

/// <summary>The counts of the first walk through a file, so that the second can fill arrays of exactly that length.</summary>
internal record struct FitCounts
{
    /// <summary>Records.</summary>
    public int Records { get; private set; }

    /// <summary>Sessions.</summary>
    public int Sessions { get; private set; }

    /// <summary>Laps.</summary>
    public int Laps { get; private set; }

    /// <summary>Times between heartbeats at most: as many as their messages have room for.</summary>
    public int BeatIntervals { get; private set; }

    /// <summary>Counts the cursor's present messages.</summary>
    public void Add(in MessageCursor cursor)
    {
        switch (cursor.Definition.GlobalNumber)
        {
            case FitProfile.Record:
                Records += cursor.RunLength;
                break;
            case FitProfile.Session:
                Sessions++;
                break;
            case FitProfile.Lap:
                Laps++;
                break;
            case FitProfile.Hrv:
                BeatIntervals += cursor.Definition.Size / sizeof(ushort);
                break;
            default:
                break;
        }
    }
}
