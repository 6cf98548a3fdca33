using KneeLoad.Ingest.Exports.Values;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Exports;

/// <summary>Days and hours of tables, in the languages that services write them in.</summary>
public sealed class WrittenDatesTests
{
    [Theory]
    [InlineData("Aug 2, 2026, 9:05:07 AM")]
    [InlineData("2 Aug 2026, 09:05:07")]
    [InlineData("02.08.2026, 09:05:07")]
    [InlineData("02/08/2026, 09:05:07")]
    [InlineData("2026-08-02 09:05:07")]
    [InlineData("2026-08-02T09:05:07Z")]
    [InlineData("2. Aug. 2026, 09:05:07")]
    [InlineData("2 août 2026 à 09:05:07")]
    [InlineData("2 aoû 2026, 09:05:07")]
    [InlineData("2 ago 2026, 9:05:07")]
    [InlineData("2 ago. 2026 9:05:07 a. m.")]
    [InlineData("2 de ago. de 2026, 09:05:07")]
    [InlineData("2 de agosto de 2026 às 09:05:07")]
    [InlineData("2 ago 2026, 09:05:07")]
    [InlineData("2 aug. 2026 09:05:07")]
    [InlineData("2 авг. 2026 г., 09:05:07")]
    [InlineData("2 августа 2026 г. в 09:05:07")]
    [InlineData("2. aug. 2026 kl. 09:05:07")]
    [InlineData("2. aug. 2026 09.05.07")]
    [InlineData("2 sie 2026, 09:05:07")]
    [InlineData("2. 8. 2026 9:05:07")]
    [InlineData("2 Ağu 2026 09:05:07")]
    [InlineData("2 Agu 2026 09.05.07")]
    [InlineData("2.8.2026 klo 9.05.07")]
    [InlineData("2 elok. 2026 klo 9.05.07")]
    [InlineData("2026/08/02 9:05:07")]
    [InlineData("2026年8月2日 9:05:07")]
    [InlineData("2026年8月2日 上午9:05:07")]
    [InlineData("2026. 8. 2. 오전 9:05:07")]
    public void A_day_and_its_hour_are_read_in_the_language_of_the_table(string text) =>
        Assert.Equal(new LocalDateTime(2026, 8, 2, 9, 5, 7), WrittenDates.Of(text)?.Moment);

    [Theory]
    [InlineData("jan. ene gen janv. sty led Oca tammi янв.", 1)]
    [InlineData("feb févr. lut úno Şub helmi февр.", 2)]
    [InlineData("Mär mars mar marzo março mrt bře Mart maalis мар.", 3)]
    [InlineData("apr avr. abr kwi dub Nis huhti апр.", 4)]
    [InlineData("may mai maj mei mag kvě Mayıs touko мая", 5)]
    [InlineData("jun juin giu cze čvn Haz kesä июн.", 6)]
    [InlineData("jul juil. lug lip čvc Tem heinä июл.", 7)]
    [InlineData("aug août ago sie srp Ağu elo авг.", 8)]
    [InlineData("sep sept. set wrz zář Eyl syys сент.", 9)]
    [InlineData("oct okt. out ott paź říj Eki loka окт.", 10)]
    [InlineData("nov lis Kas marras нояб.", 11)]
    [InlineData("dec déc. dic dez des gru pro Ara joulu дек.", 12)]
    public void A_month_is_known_by_its_name(string names, int month) =>
        Assert.All(names.Split(' '), name => Assert.Equal(month, WrittenDates.Of($"7 {name} 2026 08:00:00")?.Moment.Month));

    [Theory]
    [InlineData("Aug 2, 2026, 12:05:07 AM", 0)]
    [InlineData("Aug 2, 2026, 12:05:07 PM", 12)]
    [InlineData("2 ago. 2026 9:05:07 p. m.", 21)]
    [InlineData("2026年8月2日 下午9:05:07", 21)]
    [InlineData("2026. 8. 2. 오후 9:05:07", 21)]
    public void Half_a_day_is_told_by_its_word(string text, int hour) => Assert.Equal(hour, WrittenDates.Of(text)?.Moment.Hour);

    [Theory]
    [InlineData("March 2, 2026", false)]
    [InlineData("Sept. 2, 2026", false)]
    [InlineData("03/02/2026", true)]
    [InlineData("03/13/2026", false)]
    public void A_day_alone_is_read_and_one_that_may_be_a_month_says_so(string text, bool isUnsure)
    {
        var day = WrittenDates.Of(text);

        Assert.Equal((false, isUnsure), (day!.Value.HasClock, day.Value.IsDayUnsure));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31 Feb 2026 09:00:00")]
    [InlineData("2 Aug 2026 25:00:00")]
    [InlineData("Aug 2026")]
    [InlineData("2 Aug 99999")]
    [InlineData("99999999999999999999 Aug 2026")]
    [InlineData(null)]
    public void What_is_no_day_is_none(string? text) => Assert.Null(WrittenDates.Of(text));
}
