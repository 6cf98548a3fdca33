using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlOutcomeTests
{
    private static readonly Activity Empty = new() { Format = ActivityFormat.Gpx, Records = RecordStream.Empty };
    private static readonly Activity Run = Empty with { Records = new RecordStream(1, null, []) };

    [Fact]
    public void A_whole_file_with_an_activity_is_read_even_without_a_point() => Assert.Equal(ReadStatus.Read, Of([Empty], null).Status);

    [Fact]
    public void A_whole_file_without_an_activity_says_what_it_holds_instead()
    {
        var result = Of([], null);

        Assert.Equal((ReadStatus.Rejected, ReadFault.NoActivity), (result.Status, result.Fault));
        Assert.Equal(RemarkKind.RouteAlone, result.Reason);
        Assert.Equal(ActivityFormat.Gpx, result.Format);
    }

    [Theory]
    [InlineData(ReadFault.MalformedXml, true)]
    [InlineData(ReadFault.Truncated, true)]
    [InlineData(ReadFault.TooLarge, false)]
    [InlineData(ReadFault.DoctypeRefused, false)]
    public void Points_before_damage_are_kept_and_those_of_a_file_made_to_harm_are_not(ReadFault kind, bool isKept)
    {
        var result = Of([Run], new XmlFault(kind, RemarkKind.MessageCut, 7));

        Assert.Equal((isKept ? ReadStatus.Partial : ReadStatus.Rejected, kind, 7), (result.Status, result.Fault, result.Line));
        Assert.Equal(isKept ? 1 : 0, result.Activities.Count);
    }

    [Fact]
    public void Damage_before_the_first_point_leaves_nothing() =>
        Assert.Equal(ReadStatus.Rejected, Of([Empty], new XmlFault(ReadFault.MalformedXml, RemarkKind.MessageCut, 1)).Status);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Warnings_stand_in_every_result(bool isFaulty)
    {
        var fault = isFaulty ? new XmlFault(ReadFault.MalformedXml, RemarkKind.MessageCut, 1) : default(XmlFault?);

        Assert.Equal([RemarkKind.TimeWithoutZone], Of([], fault).Warnings);
        Assert.Equal([RemarkKind.TimeWithoutZone], Of([Run], fault).Warnings);
    }

    private static ReadResult Of(IReadOnlyList<Activity> activities, XmlFault? fault)
    {
        var warnings = new ReadWarnings();
        warnings.Add(RemarkKind.TimeWithoutZone);
        return XmlOutcome.Of(ActivityFormat.Gpx, activities, fault, RemarkKind.RouteAlone, warnings);
    }
}
