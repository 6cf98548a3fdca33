using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs;

/// <summary>Says a run's foot strike.</summary>
internal static class FootStrikeWords
{
    public static string Of(FootStrike strike, LanguageFormat format) => strike.Source switch
    {
        FootStrikeSource.Sensor => format.Say["Runs.Form.Heel", ("share", format.Share(strike.HeelShare))],
        FootStrikeSource.Told => format.Say["Runs.Form.Told"],
        FootStrikeSource.Guess => format.Say["Runs.Form.Guess"],
        _ => format.Say["Runs.Form.NotKnown"],
    };
}
