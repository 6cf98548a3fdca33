using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Messages;

/// <summary>
/// Times between heartbeats as they come in (hrv, message 78: several a message, in 1/1000 s, 0xFFFF where there are fewer).
/// They have no time of their own: a message belongs where the record before it belongs.
/// </summary>
/// <param name="counts">How many there can be, and whether there are sessions to deal them out to.</param>
internal sealed class BeatIntervals(FitCounts counts)
{
    private readonly ushort[] milliseconds = counts.BeatIntervals == 0 ? [] : new ushort[counts.BeatIntervals];
    private readonly List<(int Row, int End)>? messages = counts is { Sessions: > 1, BeatIntervals: > 0 } ? [] : null;
    private int count;

    /// <summary>All of the file.</summary>
    public ReadOnlyMemory<ushort> All => milliseconds.AsMemory(0, count);

    /// <summary>Takes in a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="records">Number of records before it.</param>
    public void Take(FitMessage message, int records)
    {
        var taken = message.CopyTo(milliseconds.AsSpan(count), field: 0);
        count += taken;
        if (taken > 0)
        {
            messages?.Add((Math.Max(0, records - 1), count));
        }
    }

    /// <summary>Deals them out to sessions, each message with its record. One pass, however many sessions there are.</summary>
    /// <param name="rows">Numbers of each session's records.</param>
    /// <param name="records">Number of records.</param>
    public ReadOnlyMemory<ushort>[] Deal(List<int>[] rows, int records)
    {
        var dealt = new ReadOnlyMemory<ushort>[rows.Length];
        if (messages is null)
        {
            return dealt;
        }

        var owners = new int[Math.Max(1, records)];
        var own = new List<ushort>[rows.Length];
        for (var session = 0; session < rows.Length; session++)
        {
            own[session] = [];
            foreach (var row in rows[session])
            {
                owners[row] = session;
            }
        }

        var begin = 0;
        foreach (var (row, end) in messages)
        {
            own[owners[row]].AddRange(milliseconds.AsSpan(begin..end));
            begin = end;
        }

        for (var session = 0; session < rows.Length; session++)
        {
            dealt[session] = own[session].ToArray();
        }

        return dealt;
    }
}
