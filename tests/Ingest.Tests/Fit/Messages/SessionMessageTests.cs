using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Fit.Messages;

public sealed class SessionMessageTests
{
    private const ushort Session = 18;

    [Fact]
    public void Each_total_has_the_number_and_scale_of_the_profile()
    {
        var session = SessionMessage.From(MadeMessages.Of(
            Session,
            FitField.UInt32(253, 1_000_001_800),
            FitField.UInt32(2, 1_000_000_000),
            FitField.Enumeration(5, 1),
            FitField.Enumeration(6, 3),
            FitField.UInt32(7, 1_800_000),
            FitField.UInt32(8, 1_700_500),
            FitField.UInt32(9, 501_234),
            FitField.UInt16(22, 61),
            FitField.UInt16(23, 58)));

        var expected = new SessionMessage(
            1_000_000_000,
            1_000_001_800,
            1,
            3,
            Duration.FromSeconds(1800),
            Duration.FromMilliseconds(1_700_500),
            new Distance(5012.34),
            new Distance(61),
            new Distance(58));
        Assert.Equal(expected, session);
    }

    [Fact]
    public void Totals_that_are_not_stated_are_unknown() => Assert.Equal(
        new SessionMessage(null, null, null, null, null, null, null, null, null),
        SessionMessage.From(MadeMessages.Of(Session, FitField.Enumeration(28, 0))));

    [Fact]
    public void A_sport_of_255_is_not_stated() =>
        Assert.Null(SessionMessage.From(MadeMessages.Of(Session, FitField.Enumeration(5, 255))).Sport);
}
