using KneeLoad.Analysis.Evidence;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Method;

/// <summary>A chapter of the method: a screen of its own, short enough for a phone.</summary>
/// <param name="Id">Its name in addresses, and its anchor.</param>
/// <param name="Title">Key of its heading.</param>
/// <param name="View">The file in Chapters that holds it; null where it is the table of a topic.</param>
internal sealed record MethodChapter(string Id, string Title, string? View)
{
    /// <summary>The constants that it lists; null where it lists none.</summary>
    public ConstantTopic? Topic { get; private init; }

    /// <summary>The chapters beneath it in the contents.</summary>
    public IReadOnlyList<MethodChapter> Parts { get; private init; } = [];

    /// <summary>Its name in the contents: a topic goes by its own.</summary>
    public string Name => Topic?.Title ?? Title;

    /// <summary>Its address; the first chapter stands beneath the contents.</summary>
    public string Address => this == Contents[0] ? "/method" : "/method/" + Id;

    /// <summary>The chapters as the contents list them, the limits first.</summary>
    public static IReadOnlyList<MethodChapter> Contents { get; } =
    [
        new("limits", "Method.Limits.Title", "_Limits"),
        new("load", "Method.Load.Title", "_Load"),
        new("load-by-hand", "Method.LoadByHand.Title", "_LoadByHand"),
        new("calibration", "Method.Calibration.Title", "_Calibration"),
        new("score", "Method.Score.Title", "_Score"),
        new("ceiling", "Method.Ceiling.Title", "_Ceiling"),
        new("score-by-hand", "Method.ByHand.Title", "_ScoreByHand"),
        new("pain", "Method.Pain.Title", "_Pain"),
        new("red-flags", "Method.RedFlags.Title", "_RedFlags"),
        new("histories", "Method.Histories.Title", "_Histories"),
        new("without-points", "Information.Title", "_WithoutPoints"),
        OfConstants("published", "Method.Published.Title", "_Published", ConstantTopics.OfPublished),
        OfConstants("choices", "Method.Chosen.Title", "_Choices", ConstantTopics.OfChosen),
        new("sources", "Method.Sources.Title", "_Sources"),
    ];

    /// <summary>All chapters in the order that they are read in.</summary>
    public static IReadOnlyList<MethodChapter> All { get; } = [.. Contents.SelectMany(chapter => chapter.Parts.Prepend(chapter))];

    private static MethodChapter OfConstants(string id, string title, string view, IReadOnlyList<ConstantTopic> topics) => new(id, title, view)
    {
        Parts = [.. topics.Select(topic => new MethodChapter($"{id}-{topic.Id}", title, View: null) { Topic = topic })],
    };
}
