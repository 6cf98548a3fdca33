using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Pods;

namespace KneeLoad.Ingest.Tests.Plausibility.Pods;

public sealed class PodColumnTests
{
    [Theory]
    [InlineData("RS_FootStrike_L", PodMeasure.FootStrike, 'L')]
    [InlineData("RS_FootStrike_R", PodMeasure.FootStrike, 'R')]
    [InlineData("Footstrike Type", PodMeasure.FootStrike, null)]
    [InlineData("RS_ContactTime_L", PodMeasure.ContactTime, 'L')]
    [InlineData("ContactTime", PodMeasure.ContactTime, null)]
    [InlineData("Stryd Ground Time", PodMeasure.ContactTime, null)]
    [InlineData("Right Ground Contact Time", PodMeasure.ContactTime, 'R')]
    [InlineData("GCT", PodMeasure.ContactTime, null)]
    [InlineData("stance_time", PodMeasure.ContactTime, null)]
    [InlineData("Ground Time Balance", PodMeasure.ContactBalance, null)]
    [InlineData("Vertical Oscillation", PodMeasure.VerticalOscillation, null)]
    [InlineData("step_length", PodMeasure.StepLength, null)]
    [InlineData("Cadence", PodMeasure.Cadence, null)]
    [InlineData("runCadence", PodMeasure.Cadence, null)]
    internal void A_column_is_known_without_case_signs_maker_and_side(string name, PodMeasure measure, char? side) =>
        Assert.Equal(new PodColumn(measure, side, 1), Of(name, null));

    [Theory]
    [InlineData("Leg Spring Stiffness")]
    [InlineData("Power")]
    [InlineData("Form Power")]
    [InlineData("FSS")]
    [InlineData("")]
    [InlineData("Left")]
    [InlineData("1234")]
    public void Another_column_is_none(string name) => Assert.Null(Of(name, null));

    [Theory]
    [InlineData("Contact Time", "ms", 1.0)]
    [InlineData("Contact Time", "Milliseconds", 1.0)]
    [InlineData("Contact Time", " s ", 1000.0)]
    [InlineData("Contact Time", "", 1.0)]
    [InlineData("Vertical Oscillation", "mm", 1.0)]
    [InlineData("Vertical Oscillation", "Centimeters", 10.0)]
    [InlineData("Step Length", "m", 1000.0)]
    [InlineData("Ground Time Balance", "%", 1.0)]
    [InlineData("Cadence", "RPM", 1.0)]
    [InlineData("Cadence", "steps/min", 1.0)]
    [InlineData("Footstrike", "whatever", 1.0)]
    public void The_unit_is_turned_into_the_profiles(string name, string units, double factor) => Assert.Equal(factor, Of(name, units)?.Factor);

    [Theory]
    [InlineData("Contact Time", "%")]
    [InlineData("Ground Time Balance", "ms")]
    [InlineData("Vertical Oscillation", "s")]
    [InlineData("Step Length", "inches")]
    [InlineData("Cadence", "steps")]
    public void A_unit_of_another_quantity_makes_it_another_column(string name, string units) => Assert.Null(Of(name, units));

    [Theory]
    [InlineData(RecordField.StanceTime, PodMeasure.ContactTime)]
    [InlineData(RecordField.StanceTimeBalance, PodMeasure.ContactBalance)]
    [InlineData(RecordField.VerticalOscillation, PodMeasure.VerticalOscillation)]
    [InlineData(RecordField.StepLength, PodMeasure.StepLength)]
    internal void The_native_field_speaks_where_the_name_does_not(RecordField native, PodMeasure measure) =>
        Assert.Equal(new PodColumn(measure, 'L', 1), Of("Mystery L", null, native));

    [Theory]
    [InlineData(RecordField.HeartRate)]
    [InlineData(RecordField.Cadence)]
    [InlineData(RecordField.Power)]
    public void Other_native_fields_say_nothing(RecordField native) => Assert.Null(Of("Mystery", null, native));

    [Fact]
    public void The_name_counts_before_the_native_field() =>
        Assert.Equal(PodMeasure.ContactTime, Of("Ground Time", "ms", RecordField.VerticalOscillation)?.Measure);

    private static PodColumn? Of(string name, string? units, RecordField? native = null) =>
        PodColumn.Of(new DeveloperColumn(name, units, native, Column.Of([1])));
}
