using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Contracts;

/// <summary>A planned distance judged for a day, in JSON. The property names are a contract.</summary>
internal sealed record PlanContract(double Metres, double? Ratio, bool? WithinCeiling, double? HazardRatio, double? Low, double? High, string Finding)
{
    public static PlanContract Of(PlannedRun plan, Ceiling ceiling, RunnerFormat format) => new(
        plan.Distance.Metres,
        plan.Ratio,
        plan.WithinCeiling,
        plan.Band?.HazardRatio,
        plan.Band?.Low,
        plan.Band?.High,
        CeilingWords.Plan(plan, ceiling, format));
}
