using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Web.Contracts;

/// <summary>A thing that plausibility changed, in JSON.</summary>
internal sealed record NoteContract(string Id, int? Count)
{
    public static NoteContract Of(ActivityNote note) => new(ContractNames.Of(note.Kind), note.Count);
}

/// <summary>The landing of the feet in JSON.</summary>
internal sealed record FootStrikeContract(string Source, double? HeelShare, string? Certainty)
{
    public static FootStrikeContract Of(FootStrike strike) =>
        new(ContractNames.Of(strike.Source), strike.HeelShare?.Value, strike.Certainty?.ToString());
}

/// <summary>The ground of a run in JSON.</summary>
internal sealed record SurfaceContract(
    double KnownMetres, double AssumedMetres, double UnknownMetres, double? HardShare, IReadOnlyDictionary<string, double> Classes)
{
    public static SurfaceContract Of(SurfaceMix mix) =>
        new(mix.Known.Metres, mix.Assumed.Metres, mix.Unknown.Metres, mix.HardShare?.Value, mix.MetresByClass);
}
