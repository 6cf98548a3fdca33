using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Tests.Fit.Protocol;

public sealed class RecordPlanTests
{
    private static readonly FieldDefinition Time = new(253, null, 0, 4, FitBaseType.UInt32);

    [Fact]
    public void A_plan_that_was_never_made_belongs_to_no_revision() => Assert.Equal(-1, new RecordPlan().Revision);

    [Fact]
    public void A_plan_begun_anew_forgets_the_old_definition()
    {
        var plan = new RecordPlan();
        plan.Begin(1, 0, 3);
        plan.Copies.Add(new(4, Time));
        plan.Time = Time;
        plan.CompressedSpeedDistance = Time;

        plan.Begin(2, 7, 1);

        Assert.Equal((2, 7), (plan.Revision, plan.DescriptionRevision));
        Assert.Empty(plan.Copies);
        Assert.Null(plan.Time);
        Assert.Null(plan.CompressedSpeedDistance);
    }
}
