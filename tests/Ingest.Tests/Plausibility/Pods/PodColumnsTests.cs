using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Pods;

namespace KneeLoad.Ingest.Tests.Plausibility.Pods;

public sealed class PodColumnsTests
{
    [Fact]
    public void Without_a_pod_the_activity_stays_the_same()
    {
        var run = MadeActivity.Lasting(3).Build();
        var power = MadeActivity.Lasting(3).Developer("Form Power", "W", _ => 80).Build();
        var empty = MadeActivity.Lasting(3).Developer("Ground Time", "ms", _ => double.NaN).Build();

        Assert.Same(run, PodColumns.Of(run));
        Assert.Same(power, PodColumns.Of(power));
        Assert.Same(empty, PodColumns.Of(empty));
    }

    [Fact]
    public void A_pods_column_goes_where_the_watch_has_none_in_the_profiles_unit()
    {
        var used = PodColumns.Of(MadeActivity.Lasting(1)
            .Developer("Ground Time", "s", _ => 0.25)
            .Developer("Vertical Oscillation", "cm", _ => 8.5)
            .Developer("Step Length", "m", _ => 1.1)
            .Developer("Ground Time Balance", "%", _ => 49)
            .Build());

        Assert.Equal([250.0, 250], used.Records[RecordField.StanceTime]!.ToArray());
        Assert.Equal([85.0, 85], used.Records[RecordField.VerticalOscillation]!.ToArray());
        Assert.Equal(1100, used.Records[RecordField.StepLength]![0]!.Value, 9);
        Assert.Equal([49.0, 49], used.Records[RecordField.StanceTimeBalance]!.ToArray());
        Assert.Equal(new ActivityNote(NoteKind.PodColumns, 4), Assert.Single(used.Notes));
    }

    [Fact]
    public void A_single_value_above_zero_makes_the_watchs_own_column_stay()
    {
        var own = MadeActivity.Lasting(2).Field(RecordField.StanceTime, i => i == 2 ? 240 : 0).Developer("Ground Time", "ms", _ => 300).Build();

        Assert.Same(own, PodColumns.Of(own));
    }

    [Fact]
    public void Two_feet_are_joined_record_by_record_and_a_zero_is_a_filler()
    {
        double[] left = [240, 0, double.NaN, 0];
        double[] right = [260, 260, 250, double.NaN];

        var used = PodColumns.Of(MadeActivity.Lasting(3)
            .Developer("RS_ContactTime_L", "ms", i => left[i])
            .Developer("RS_ContactTime_R", "ms", i => right[i])
            .Build());

        Assert.Equal([250, 260, 250, double.NaN], used.Records[RecordField.StanceTime]!.ToArray());
        Assert.Equal([48, double.NaN, double.NaN, double.NaN], used.Records[RecordField.StanceTimeBalance]!.ToArray());
        Assert.Equal(2, used.Records.DeveloperColumns.Count);
        Assert.Equal(2, Assert.Single(used.Notes).Count);
    }

    [Fact]
    public void One_foot_alone_has_no_balance()
    {
        var used = PodColumns.Of(MadeActivity.Lasting(1).Developer("RS_ContactTime_L", "ms", _ => 240).Build());

        Assert.Null(used.Records[RecordField.StanceTimeBalance]);
        Assert.Equal([240.0, 240], used.Records[RecordField.StanceTime]!.ToArray());
    }

    [Fact]
    public void A_balance_that_is_written_comes_before_one_that_is_counted()
    {
        var used = PodColumns.Of(MadeActivity.Lasting(1)
            .Developer("RS_ContactTime_L", "ms", _ => 240)
            .Developer("RS_ContactTime_R", "ms", _ => 260)
            .Developer("Ground Time Balance", "%", _ => 51)
            .Build());

        Assert.Equal([51.0, 51], used.Records[RecordField.StanceTimeBalance]!.ToArray());
    }

    [Fact]
    public void A_pod_of_fillers_alone_is_not_used()
    {
        var zeros = MadeActivity.Lasting(2).Developer("Ground Time", "ms", _ => 0).Build();

        Assert.Same(zeros, PodColumns.Of(zeros));
    }

    [Theory]
    [InlineData(85, CadenceUnit.StridesPerMinute)]
    [InlineData(120, CadenceUnit.StridesPerMinute)]
    [InlineData(121, CadenceUnit.StepsPerMinute)]
    public void A_pods_cadence_is_told_by_its_height(double cadence, CadenceUnit unit)
    {
        var used = PodColumns.Of(MadeActivity.Lasting(1).Developer("Cadence", "rpm", _ => cadence).Build());

        Assert.Equal((unit, cadence), (used.CadenceUnit, used.Records[RecordField.Cadence]![0]));
    }

    [Fact]
    public void A_watch_that_counts_cadence_keeps_its_unit()
    {
        var used = PodColumns.Of(MadeActivity.Lasting(1)
            .With(run => run with { CadenceUnit = CadenceUnit.StridesPerMinute })
            .Developer("Cadence", "spm", _ => 170)
            .Build());

        Assert.Equal(CadenceUnit.StridesPerMinute, used.CadenceUnit);
    }

    [Fact]
    public void Columns_of_the_foot_strike_get_one_name_and_others_keep_theirs()
    {
        var used = PodColumns.Of(MadeActivity.Lasting(1)
            .Developer("RS_FootStrike_L", null, _ => 5)
            .Developer("FS_R", null, _ => 8)
            .Developer("Footstrike Type", null, _ => 11)
            .Developer("Form Power", "W", _ => 80)
            .Build());

        Assert.Equal(["FootStrikeLeft", "FootStrikeRight", "FootStrike", "Form Power"], used.Records.DeveloperColumns.Select(column => column.Name));
        Assert.Equal(3, Assert.Single(used.Notes).Count);
    }
}
