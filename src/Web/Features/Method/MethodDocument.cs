namespace KneeLoad.Web.Features.Method;

/// <summary>How the score is made, as sections of blocks; the page and docs/method.md are two renderings of it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Sections">Its sections, the limits first.</param>
internal sealed record MethodDocument(string Title, IReadOnlyList<MethodSection> Sections)
{
    /// <summary>The document, computed from the constants and rules of the model once.</summary>
    public static MethodDocument Current { get; } = new(
        "How the score is made",
        [
            LimitsSection.Make(),
            LoadSection.Make(),
            LoadExampleSection.Make(),
            CalibrationSection.Make(),
            ScoreSection.Make(),
            ScoreExampleSection.Make(),
            PainSection.Make(),
            InformationSection.Make(),
            ConstantsSection.MakePublished(),
            ConstantsSection.MakeChosen(),
            SourcesSection.Make(),
        ]);
}
