using KneeLoad.Analysis.Weeks;

namespace KneeLoad.Web.Contracts;

/// <summary>One week in JSON. The property names are a contract.</summary>
internal sealed record WeekContract(
    string Start,
    int Runs,
    double? DistanceMetres,
    double? KneeKm,
    double? Steps,
    double? LongestMetres,
    double? GrowthOnLastWeek,
    double? GrowthOnFourWeeks,
    double? HardShare,
    double? HeelShare,
    double? CadenceAtOwnPace,
    double? DescentMetres)
{
    public static WeekContract Of(WeeklyLoad week) => new(
        ContractNames.Of(week.Week.FirstDay),
        week.Runs,
        week.UnknownDistances > 0 ? null : week.Distance.Metres,
        week.UnknownLoads > 0 ? null : week.KneeKilometres.Value,
        week.Steps,
        week.Longest?.Metres,
        week.GrowthOnLastWeek?.Value,
        week.GrowthOnFourWeeks?.Value,
        week.HardShare?.Value,
        week.HeelShare?.Value,
        week.CadenceAtOwnPace?.StepsPerMinute,
        week.Descent?.Metres);
}
