using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Words;

public sealed class RemarkWordsTests
{
    private static readonly RunnerFormat Marked = new(MarkedLanguage.Instance, UnitSystem.Metric, DateTimeZone.Utc);

    [Fact]
    public void Every_remark_has_words_and_none_stands_past_the_resources()
    {
        var faults = Enum.GetValues<RemarkKind>()
            .Select(kind => new PlacedRemark(new(kind, 1_234, "a name", 56, 7), "run.fit", Byte: 89).In(Marked))
            .Where(said => MarkedLanguage.Outside(said).Length > 0 || said.Contains('{', StringComparison.Ordinal));

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(RemarkKind.FileTooLong, 128L << 20, null, "The file is longer than 134\u00a0MB.")]
    [InlineData(RemarkKind.PlacesMissing, 44L, null, "44\u00a0% of the places of its ways are missing. It may be cut off; what is there is used.")]
    [InlineData(RemarkKind.TooManyPoints, 5_000_000L, null, "The file holds more than 5,000,000 points.")]
    [InlineData(RemarkKind.SportUnknown, null, "fell\nrunning", "The sport \u201cfellrunning\u201d is not known.")]
    public void Values_are_formatted_for_the_reader(RemarkKind kind, long? number, string? name, string expected) =>
        Assert.Equal(expected, RemarkWords.Of(new(kind, number, name), RemarkWords.ForTerminals));

    [Fact]
    public void A_name_without_end_is_cut()
    {
        var said = RemarkWords.Of(new(RemarkKind.PrefixUndeclared, Name: new string('x', 70_000)), RemarkWords.ForTerminals);

        Assert.InRange(said.Length, 100, 250);
    }

    [Fact]
    public void Stored_remarks_are_read_back_as_they_were_and_words_of_an_earlier_version_stand()
    {
        PlacedRemark[] remarks =
        [
            new(new(RemarkKind.EndsInside, Name: "trkpt\u0000\u2026"), null, null, 12), new(new(RemarkKind.NoNumber, Name: "Altitude", Times: 3)),
        ];

        var stored = StoredRemarks.Write(remarks, 4_000);

        Assert.Equal([remarks[0] with { Remark = remarks[0].Remark with { Name = "trkpt\u2026" } }, remarks[1]], StoredRemarks.Read(stored));
        Assert.Equal(
            ["Line 12: The file ends inside \u201ctrkpt\u2026\u201d.", "A height is no number; left out. (3 times)"],
            StoredRemarks.Words(stored, RemarkWords.ForTerminals));
        Assert.Equal(["One thing.", "Another."], StoredRemarks.Words("One thing.\nAnother.", RemarkWords.ForTerminals));
        Assert.Null(StoredRemarks.Write([], 4_000));
        Assert.Empty(StoredRemarks.Words(null, RemarkWords.ForTerminals));
    }

    [Fact]
    public void A_column_takes_as_many_remarks_as_fit()
    {
        var many = Enumerable.Range(0, 50).Select(number => new PlacedRemark(new(RemarkKind.SportUnknown, Name: $"sport {number}")));

        var stored = StoredRemarks.Write(many, 1_000);

        Assert.InRange(stored!.Length, 500, 1_000);
        Assert.Equal("sport 0", StoredRemarks.Read(stored)[0].Remark.Name);
    }

    [Fact]
    public void The_reason_of_a_result_has_its_place() => Assert.Equal(
        new PlacedRemark(RemarkKind.MessageCut, "a.fit", 17),
        PlacedRemark.Of(ReadResult.Rejected(ReadFault.Truncated, RemarkKind.MessageCut, byteOffset: 17), "a.fit"));
}
