using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class XmlSportNamesTests
{
    [Theory]
    [InlineData("running", "running", null)]
    [InlineData("Running", "running", null)]
    [InlineData(" RUN ", "running", null)]
    [InlineData("9", "running", null)]
    [InlineData("Trail Running", "running", "trail")]
    [InlineData("trail-run", "running", "trail")]
    [InlineData("TrailRun", "running", "trail")]
    [InlineData("treadmill", "running", "treadmill")]
    [InlineData("virtual run", "running", "virtual_activity")]
    [InlineData("10", "walking", null)]
    [InlineData("Hike", "hiking", null)]
    [InlineData("Biking", "cycling", null)]
    [InlineData("open water swimming", "swimming", "open_water")]
    public void A_name_of_an_exporter_becomes_that_of_the_profile(string written, string sport, string? subSport)
    {
        var warnings = new ReadWarnings();

        Assert.Equal((sport, subSport), XmlSportNames.Find(written, warnings));
        Assert.Empty(warnings.ToRemarks());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Other")]
    [InlineData("unknown")]
    public void A_name_that_says_nothing_is_not_odd(string? written)
    {
        var warnings = new ReadWarnings();

        Assert.Equal((null, null), XmlSportNames.Find(written, warnings));
        Assert.Empty(warnings.ToRemarks());
    }

    [Fact]
    public void A_name_that_is_not_known_is_said_and_cut_at_sixty_signs()
    {
        var warnings = new ReadWarnings();

        Assert.Equal((null, null), XmlSportNames.Find("Quid Ditch", warnings));
        XmlSportNames.Find(new string('x', 59) + "\U0001F3C3y", warnings);

        Assert.Equal(
            [new Remark(RemarkKind.SportUnknown, Name: "quid_ditch"), new Remark(RemarkKind.SportUnknown, Name: new string('x', 59) + "\U0001F3C3")],
            warnings.ToRemarks());
    }
}
