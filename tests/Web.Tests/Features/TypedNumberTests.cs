using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Features;

/// <summary>Numbers of the model are rendered from the evidence, never typed into a page or a sentence.</summary>
public sealed class TypedNumberTests
{
    /// <summary>Numbers that are no claim about runners: the service's own limits, steps, scales and one of a hundred.</summary>
    private static readonly string[] Exceptions =
    [
        "Foot strike cannot be read from a watch. The best sign, duty factor, names the right group in  of 100 runners. Only what a sensor records, "
            + "or you tell from a video, counts.",
        "1, the reference",
        "k: knee-km per km. v: speed in m/s, held within  and . q: step length over your usual, held within  and ; 1 where cadence was not measured. "
            + "d: gradient in degrees, downhill negative, held within \u2212 and ; 0 where not measured. F:  where a sensor recorded a forefoot "
                + "landing, else 1. Seconds outside of these borders are counted and said to be extrapolated. Walking counts  at any speed and gradient.",
        "c: cadence in steps per minute of both feet. c0(v): your usual cadence at that speed.",
        "p: peak load of a step, 1 at  m/s and usual cadence, mean over running steps. No term for gradient is known.",
    ];

    /// <summary>Drawings, and the runners that the method page makes up.</summary>
    private static readonly string[] FilesOfNumbers = ["Icons.cs", "RuntimePatch.cs", "SafeLogs.cs", "ScoreExamples.cs"];

    private static readonly string Web = Path.Combine(Repository.Root, "src", "Web");

    [Fact]
    public void No_page_holds_a_typed_number() => AssertNone(Found("*.cshtml", TypedNumbers.InPage));

    [Theory]
    [InlineData("Pages")]
    [InlineData("Features/Causes")]
    [InlineData("Features/Dashboard")]
    [InlineData("Features/Diary")]
    [InlineData("Features/Method")]
    [InlineData("Features/Runs")]
    [InlineData("Features/WeeklyMail")]
    public void No_sentence_holds_a_typed_number(string folder) => AssertNone(Found("*.cs", TypedNumbers.InTexts, folder));

    [Fact]
    public void A_typed_number_in_a_page_is_found() =>
        Assert.Equal(
            ["Over 5 % of  in  days", "of 30 days", "3", "Last 5 min", "Best of 90 days"],
            TypedNumbers.InPage("""
                @page "/a/{id:int}"
                @{ var width = 3; }
                @for (var i = 7; i < Count(8); i++)
                {
                  <h2 class="h2" id="a-1">Over 5 % of @format.Distance(view.At(7)) in @Choices.Days[9].Value days</h2>
                }
                <p>Pain @pain of 10</p>@* 9 *@
                @:of 30 days
                <math><msup><mi>d</mi><mn>2</mn></msup><mo>·</mo><mn>3</mn></math>
                <fact name="Last 5 min" value="@(x > 0.5 ? "Best of 90 days" : "")" /><rect width="100" />
                """));

    private static void AssertNone(IEnumerable<string> found)
    {
        var lines = found.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }

    private static IEnumerable<string> Found(string pattern, Func<string, IEnumerable<string>> find, string folder = "") =>
        from path in Directory.EnumerateFiles(Path.Combine(Web, folder), pattern, SearchOption.AllDirectories)
        where !FilesOfNumbers.Contains(Path.GetFileName(path))
            && !path.Contains("/obj/", StringComparison.Ordinal)
            && !path.Contains("/bin/", StringComparison.Ordinal)
        from text in find(File.ReadAllText(path))
        where !Exceptions.Contains(text)
        select $"{Path.GetFileName(path)}: {text}";
}
