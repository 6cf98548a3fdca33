using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;

namespace KneeLoad.Web.Contracts;

/// <summary>An assessment with its advice in JSON. The property names are a contract.</summary>
internal sealed record AssessmentContract(
    string AsOf,
    string Level,
    bool Paused,
    int? Score,
    string SetBy,
    AssessmentContract.GateContract? Gate,
    IReadOnlyList<AssessmentContract.FactorContract> Factors,
    IReadOnlyList<AssessmentContract.InformationContract> Information,
    AssessmentContract.CeilingContract Ceiling,
    IReadOnlyList<AssessmentContract.AdviceContract> Advice,
    AssessmentContract.LadderContract? Ladder)
{
    /// <summary>Shows what was assessed.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="advice">The advice of its day.</param>
    /// <param name="nameOfRun">Gives the name that a run's key stands for.</param>
    /// <param name="format">The language and units of the texts.</param>
    public static AssessmentContract Of(
        RiskAssessment assessment, IReadOnlyList<AdviceItem> advice, Func<string, string> nameOfRun, RunnerFormat format) => new(
        ContractNames.Of(assessment.AsOf),
        ContractNames.Of(assessment.Level),
        assessment.Paused,
        assessment.Score,
        ContractNames.Of(assessment.SetBy),
        assessment.Gate is { } gate ? GateContract.Of(gate) : null,
        [.. assessment.Factors.Select(FactorContract.Of)],
        [.. assessment.Information.Select(InformationContract.Of)],
        CeilingContract.Of(assessment.Ceiling, nameOfRun),
        [.. advice.Select(item => AdviceContract.Of(item, format))],
        assessment.Ladder is { } ladder ? LadderContract.Of(ladder) : null);

    internal sealed record GateContract(string Action, string Since, string? Until)
    {
        public static GateContract Of(PainGate gate) =>
            new(ContractNames.Of(gate.Action), ContractNames.Of(gate.Since), gate.Until is { } until ? ContractNames.Of(until) : null);
    }

    internal sealed record LadderContract(int Step, string FreedBy)
    {
        public static LadderContract Of(ReturnLadder ladder) => new((int)ladder.Step, ContractNames.Of(ladder.FreedBy));
    }

    internal sealed record FactorContract(
        string Id,
        bool Counts,
        double? Measured,
        double? Usual,
        double? Ratio,
        string Unit,
        int Points,
        string Rule,
        string Science,
        string Measurement,
        string? NotJudged,
        IReadOnlyList<SourceContract> Sources)
    {
        public static FactorContract Of(RiskFactor row)
        {
            var (measured, usual, ratio, unit) = row.Numbers;
            return new(
                ContractNames.Of(row.Id),
                row.Counts,
                measured,
                usual,
                ratio,
                ContractNames.Of(unit),
                row.Points,
                ContractNames.RuleOf(row.Id),
                row.Science.ToString(),
                ContractNames.Of(row.Measurement),
                row.NotJudged is { } reason ? ContractNames.Of(reason) : null,
                SourceContract.Of(row.Sources));
        }
    }

    internal sealed record InformationContract(
        string Id, double? Measured, double? Usual, string Unit, string Science, IReadOnlyList<SourceContract> Sources)
    {
        public static InformationContract Of(RiskInformation row) => new(
            ContractNames.Of(row.Id), row.Measured, row.Usual, ContractNames.Of(row.Unit), row.Science.ToString(), SourceContract.Of(row.Sources));
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

    /// <summary>Advice in JSON; the article's number is that of the first of its claims that says the same.</summary>
    internal sealed record AdviceContract(string Id, string Text, int? Article, string Research, IReadOnlyList<SourceContract> Sources)
    {
        public static AdviceContract Of(AdviceItem item, RunnerFormat format) => new(
            ContractNames.Of(item.Id),
            AdviceWords.Text(item, format),
            item.Article is [var first, ..] ? ContractNames.NumberOf(first) : null,
            AdviceWords.Research(item, format),
            SourceContract.Of(item.Sources));
    }
}

/// <summary>A paper in JSON.</summary>
internal sealed record SourceContract(string Id, string Citation, string? Doi)
{
    public static IReadOnlyList<SourceContract> Of(IReadOnlyList<Source> sources) =>
        [.. sources.Select(source => new SourceContract(source.Id, source.Citation, source.Doi))];
}
