using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Fit.Messages;

public sealed class BeatIntervalsTests
{
    private const ushort Hrv = 78;

    [Fact]
    public void Intervals_of_all_messages_follow_one_another_without_the_fillers()
    {
        var beats = Read(sessions: 1, (1, [812, 799, 0xFFFF]), (2, [0xFFFF, 0xFFFF, 0xFFFF]), (3, [805]));

        Assert.Equal([812, 799, 805], beats.All.ToArray());
    }

    [Fact]
    public void A_file_without_intervals_has_none()
    {
        var beats = Read(sessions: 2);

        Assert.True(beats.All.IsEmpty);
        Assert.All(beats.Deal([[0], [1]], records: 2), dealt => Assert.True(dealt.IsEmpty));
    }

    [Fact]
    public void Each_message_goes_to_the_session_of_the_record_before_it()
    {
        var beats = Read(sessions: 2, (1, [801, 802]), (2, [803]), (3, [804]));

        var dealt = beats.Deal([[0, 2], [1]], records: 3);

        Assert.Equal([801, 802, 804], dealt[0].ToArray());
        Assert.Equal([803], dealt[1].ToArray());
    }

    [Fact]
    public void Intervals_before_the_first_record_go_with_it()
    {
        var beats = Read(sessions: 2, (0, [801]));

        var dealt = beats.Deal([[1], [0]], records: 2);

        Assert.Empty(dealt[0].ToArray());
        Assert.Equal([801], dealt[1].ToArray());
    }

    [Fact]
    public void Intervals_of_a_file_without_records_go_to_its_first_session()
    {
        var beats = Read(sessions: 2, (0, [801, 802]));

        var dealt = beats.Deal([[], []], records: 0);

        Assert.Equal([801, 802], dealt[0].ToArray());
        Assert.Empty(dealt[1].ToArray());
    }

    [Fact]
    public void A_single_session_keeps_them_all_and_deals_none_out()
    {
        var beats = Read(sessions: 1, (1, [801]));

        Assert.Equal([801], beats.All.ToArray());
        Assert.True(beats.Deal([[0]], records: 1)[0].IsEmpty);
    }

    private static BeatIntervals Read(int sessions, params (int Records, ushort[] Intervals)[] messages)
    {
        var file = new FitFileBuilder();
        for (var i = 0; i < sessions; i++)
        {
            file.Message(1, 18, FitField.Enumeration(5, 1));
        }

        foreach (var (_, intervals) in messages)
        {
            file.Message(0, Hrv, FitField.UInt16(0, intervals));
        }

        var counts = default(FitCounts);
        var counting = MadeMessages.Walk(file);
        while (counting.MoveNext())
        {
            counts.Add(counting);
        }

        var beats = new BeatIntervals(counts);
        var cursor = MadeMessages.Walk(file);
        for (var i = -sessions; cursor.MoveNext(); i++)
        {
            if (i >= 0)
            {
                beats.Take(cursor.Message, messages[i].Records);
            }
        }

        return beats;
    }
}
