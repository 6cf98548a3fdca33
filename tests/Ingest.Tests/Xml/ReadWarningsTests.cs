using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class ReadWarningsTests
{
    [Fact]
    public void Each_kind_is_said_once_in_the_order_of_its_first_time_with_how_often()
    {
        var warnings = new ReadWarnings();
        warnings.Add(RemarkKind.TimeWithoutZone);
        warnings.Add(RemarkKind.TimeUnreadable);
        warnings.Add(RemarkKind.TimeWithoutZone);

        Assert.Equal([new Remark(RemarkKind.TimeWithoutZone, Times: 2), RemarkKind.TimeUnreadable], warnings.ToRemarks());
    }

    [Fact]
    public void The_same_kind_of_another_name_is_another_remark()
    {
        var warnings = new ReadWarnings();
        warnings.Add(new Remark(RemarkKind.NoNumber, Name: "Speed"));
        warnings.Add(new Remark(RemarkKind.NoNumber, Name: "Power"));

        Assert.Equal(["Speed", "Power"], warnings.ToRemarks().Select(remark => remark.Name));
    }

    [Fact]
    public void Fifty_different_remarks_are_kept_and_those_known_still_counted()
    {
        var warnings = new ReadWarnings();
        for (var number = 0; number <= 50; number++)
        {
            warnings.Add(new Remark(RemarkKind.BytesBehindEnd, number));
        }

        warnings.Add(new Remark(RemarkKind.BytesBehindEnd, 49));

        Assert.Equal(50, warnings.ToRemarks().Count);
        Assert.Equal(new Remark(RemarkKind.BytesBehindEnd, 49, Times: 2), warnings.ToRemarks()[^1]);
    }
}
