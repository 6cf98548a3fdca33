using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>Running pods are known by the names of their columns.</summary>
public sealed class PodTests
{
    [Theory]
    [InlineData("Ground Time", "Milliseconds", 250)]
    [InlineData("RS_ContactTime", "ms", 250)]
    [InlineData("ContactTime", null, 250)]
    [InlineData("Ground Contact Time", "s", 0.25)]
    [InlineData("GCT", "ms", 250)]
    public void Contact_time_is_known_by_name_and_unit(string name, string? units, double value)
    {
        var believed = MadeActivity.Lasting(60).Column().Developer(name, units, i => i < 5 ? 0 : value).Believe();

        Assert.Equal(250, believed.Records[RecordField.StanceTime]![10]!.Value, 9);
        Assert.Null(believed.Records[RecordField.StanceTime]![0]);
        Assert.Contains(believed.Notes, note => note.Kind == NoteKind.PodColumns);
    }

    [Fact]
    public void A_native_number_speaks_where_the_name_does_not()
    {
        var believed = MadeActivity.Lasting(60).Column().Developer("Bodenzeit", "ms", _ => 240, RecordField.StanceTime).Believe();

        Assert.Equal(240, believed.Records[RecordField.StanceTime]![10]);
    }

    [Theory]
    [InlineData("Vertical Oscillation", "Centimeters", 7.5)]
    [InlineData("Vertical Oscillation", "cm", 7.5)]
    [InlineData("VerticalOscillation", "mm", 75)]
    public void Oscillation_is_in_millimetres(string name, string units, double value)
    {
        var believed = MadeActivity.Lasting(60).Column().Developer(name, units, _ => value).Believe();

        Assert.Equal(75, believed.Records[RecordField.VerticalOscillation]![10]!.Value, 9);
    }

    [Fact]
    public void Left_and_right_are_joined_and_kept()
    {
        var believed = MadeActivity.Lasting(60).Column()
            .Developer("RS_ContactTime_L", "ms", _ => 240)
            .Developer("RS_ContactTime_R", "ms", i => i == 0 ? 0 : 260)
            .Believe();

        Assert.Equal(240, believed.Records[RecordField.StanceTime]![0]);
        Assert.Equal(250, believed.Records[RecordField.StanceTime]![1]);
        Assert.Equal(48, believed.Records[RecordField.StanceTimeBalance]![1]);
        Assert.Null(believed.Records[RecordField.StanceTimeBalance]![0]);
        Assert.Equal(2, believed.Records.DeveloperColumns.Count);
    }

    [Theory]
    [InlineData("RS_FootStrike_L", "FootStrikeLeft")]
    [InlineData("RS_FootStrike_R", "FootStrikeRight")]
    [InlineData("FootStrike", "FootStrike")]
    [InlineData("Footstrike Type", "FootStrike")]
    [InlineData("FS", "FootStrike")]
    [InlineData("Left FootStrike", "FootStrikeLeft")]
    public void Columns_of_the_foot_strike_get_one_name(string name, string plain)
    {
        var believed = MadeActivity.Lasting(60).Column().Developer(name, null, _ => 5).Believe();

        Assert.Equal(plain, Assert.Single(believed.Records.DeveloperColumns).Name);
    }

    [Theory]
    [InlineData("Form Power", "Watts")]
    [InlineData("Leg Spring Stiffness", "kN/m")]
    [InlineData("Impact Loading Rate", "bw/s")]
    [InlineData("Vertical Oscillation", "%")]
    [InlineData("Pronation", null)]
    [InlineData("Cadence", "rows/h")]
    [InlineData("", null)]
    public void Other_columns_stay_as_they_are(string name, string? units)
    {
        var believed = MadeActivity.Lasting(60).Column().Developer(name, units, _ => 5).Believe();

        Assert.Equal(name, Assert.Single(believed.Records.DeveloperColumns).Name);
        Assert.Empty(believed.Notes);
    }

    [Fact]
    public void The_watchs_own_column_stays()
    {
        var believed = MadeActivity.Lasting(60).Column().Field(RecordField.StanceTime, _ => 230).Developer("Ground Time", "ms", _ => 250).Believe();

        Assert.Equal(230, believed.Records[RecordField.StanceTime]![10]);
    }

    [Fact]
    public void A_watchs_column_of_zeros_is_none()
    {
        var believed = MadeActivity.Lasting(60).Column().Field(RecordField.StanceTime, _ => 0).Developer("Ground Time", "ms", _ => 250).Believe();

        Assert.Equal(250, believed.Records[RecordField.StanceTime]![10]);
    }

    [Theory]
    [InlineData("RPM", 84, CadenceUnit.StridesPerMinute)]
    [InlineData("spm", 168, CadenceUnit.StepsPerMinute)]
    public void A_pods_cadence_serves_where_the_watch_has_none(string units, double value, CadenceUnit unit)
    {
        var believed = MadeActivity.Lasting(60).Column().Developer("Cadence", units, _ => value, RecordField.Cadence).Believe();

        Assert.Equal(value, believed.Records[RecordField.Cadence]![10]);
        Assert.Equal(unit, believed.CadenceUnit);
    }
}
