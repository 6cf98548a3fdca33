using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>A run's foot strike in words.</summary>
internal static class FootStrikeWords
{
    public static string Of(FootStrike strike) => strike.Source switch
    {
        FootStrikeSource.Sensor => $"{RunnerFormat.Share(strike.HeelShare)} on the heel, recorded",
        FootStrikeSource.Told => "as you told",
        FootStrikeSource.Guess => "a guess only",
        _ => "not known",
    };
}
