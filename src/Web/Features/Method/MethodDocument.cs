using System.Collections.Concurrent;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Sections;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Method;

/// <summary>The making of the score, as sections of blocks; the page and docs/method.md are two renderings of it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its sections, the limits first.</param>
internal sealed record MethodDocument(string Title, IReadOnlyList<MethodSection> Sections)
{
    private static readonly ConcurrentDictionary<Language, MethodDocument> All = new();

    /// <summary>
    /// The document in a language, computed from the constants and rules of the model once. Formulas are in metres and kilometres for every reader.
    /// </summary>
    public static MethodDocument In(Language language) => All.GetOrAdd(language, Make);

    private static MethodDocument Make(Language language)
    {
        var format = new RunnerFormat(language, UnitSystem.Metric, DateTimeZone.Utc);
        return new(
            language["Method.Title"],
            [
                LimitsSection.Make(format),
                LoadSection.Make(format),
                LoadExampleSection.Make(format),
                CalibrationSection.Make(format),
                ScoreSection.Make(format),
                CeilingSection.Make(format),
                ScoreExampleSection.Make(format),
                PainSection.Make(format),
                PainSection.MakeRedFlags(format),
                HistoriesSection.Make(format),
                InformationSection.Make(format),
                ConstantsSection.MakePublished(format),
                ConstantsSection.MakeChosen(format),
                SourcesSection.Make(format),
            ]);
    }
}
