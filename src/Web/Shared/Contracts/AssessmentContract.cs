using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;

namespace KneeLoad.Web.Shared.Contracts;

/// <summary>An assessment with its advice in JSON. The property names are a contract.</summary>
internal sealed record AssessmentContract(
    string AsOf,
    string Level,
    bool Paused,
    int? Score,
    AssessmentContract.GateContract? Gate,
    IReadOnlyList<AssessmentContract.FactorContract> Factors,
    IReadOnlyList<AssessmentContract.InformationContract> Information,
    AssessmentContract.CeilingContract Ceiling,
    IReadOnlyList<AssessmentContract.AdviceContract> Advice)
{
    /// <summary>Shows what was assessed.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="advice">The advice of its day.</param>
    /// <param name="nameOfRun">The name that a run's key stands for.</param>
    public static AssessmentContract Of(RiskAssessment assessment, IReadOnlyList<AdviceItem> advice, Func<string, string> nameOfRun) => new(
        ContractNames.Of(assessment.AsOf),
        ContractNames.Of(assessment.Level),
        assessment.Paused,
        assessment.Score,
        assessment.Gate is { } gate ? GateContract.Of(gate) : null,
        [.. assessment.Factors.Select(FactorContract.Of)],
        [.. assessment.Information.Select(InformationContract.Of)],
        CeilingContract.Of(assessment.Ceiling, nameOfRun),
        [.. advice.Select(AdviceContract.Of)]);

    internal sealed record GateContract(string Action, string Since, string? Until)
    {
        public static GateContract Of(PainGate gate) =>
            new(ContractNames.Of(gate.Action), ContractNames.Of(gate.Since), gate.Until is { } until ? ContractNames.Of(until) : null);
    }

    internal sealed record FactorContract(
        string Id,
        string? Kind,
        double? Measured,
        double? Usual,
        int Points,
        string Rule,
        string Science,
        string Measurement,
        string Note,
        IReadOnlyList<SourceContract> Sources)
    {
        public static FactorContract Of(RiskFactor row) => new(
            ContractNames.Of(row.Id),
            row.Kind is { } kind ? ContractNames.Of(kind) : null,
            row.Measured,
            row.Usual,
            row.Points,
            row.Rule,
            row.Science.ToString(),
            ContractNames.Of(row.Measurement),
            row.Note,
            SourceContract.Of(row.Sources));
    }

    internal sealed record InformationContract(
        string Id, string? Measured, string? Usual, string Science, string Note, IReadOnlyList<SourceContract> Sources)
    {
        public static InformationContract Of(RiskInformation row) =>
            new(row.Id, row.Measured, row.Usual, row.Science.ToString(), row.Note, SourceContract.Of(row.Sources));
    }

    internal sealed record CeilingContract(
        double? Metres, double? BaseMetres, string? BaseRun, string Reason, IReadOnlyList<BandContract> Bands)
    {
        public static CeilingContract Of(Ceiling ceiling, Func<string, string> nameOfRun) => new(
            ceiling.Limit?.Metres,
            ceiling.Base?.Metres,
            ceiling.BaseRunKey is { } key ? nameOfRun(key) : null,
            ContractNames.Of(ceiling.Reason),
            [.. ceiling.Bands.Select(BandContract.Of)]);
    }

    internal sealed record BandContract(double? UpToRatio, double? Metres, double HazardRatio, double Low, double High)
    {
        public static BandContract Of(CeilingBand band) => new(band.UpToRatio, band.UpTo?.Metres, band.HazardRatio, band.Low, band.High);
    }

    internal sealed record AdviceContract(string Id, string Text, string? Article, string Research, IReadOnlyList<SourceContract> Sources)
    {
        public static AdviceContract Of(AdviceItem item) => new(item.Id, item.Text, item.Article, item.Research, SourceContract.Of(item.Sources));
    }
}
