using System.Collections.Immutable;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Pages;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Pages;

public sealed class SurfacePartsTests
{
    [Fact]
    public void Mixes_are_summed_hard_ground_first_and_unknown_last()
    {
        var parts = SurfaceParts.Of([Mix(("gravel", 300), ("unknown", 100)), Mix(("asphalt", 200), ("gravel", 100))], unknownMetres: 300);

        Assert.Equal(
            [(SurfaceClass.Asphalt, 0, 0.2), (SurfaceClass.Gravel, 0.2, 0.4), (SurfaceClass.Unknown, 0.6, 0.4)],
            parts.Select(part => (part.Surface.Class, Math.Round(part.From, 9), Math.Round(part.Share, 9))));
    }

    [Fact]
    public void Without_metres_there_is_no_strip() => Assert.Empty(SurfaceParts.Of([]));

    [Fact]
    public void Every_surface_has_words_and_a_colour_in_light_and_dark()
    {
        var tokens = File.ReadAllText(Path.Combine(Testing.Repository.Root, "src", "Web", "Client", "styles", "tokens.css"));
        var classes = Enum.GetValues<SurfaceClass>();

        Assert.Equal(classes.Length, classes.Select(surface => SurfaceWords.Of(surface, Language.English)).Distinct(StringComparer.Ordinal).Count());
        Assert.All(classes, surface => Assert.Equal(3, tokens.Split($"--surface-{SurfaceClasses.NameOf(surface)}:").Length));
    }

    [Fact]
    public void A_runner_can_choose_any_ground_and_nothing_that_is_none()
    {
        Assert.Equal(14, SurfaceWords.Choices.Count);
        Assert.DoesNotContain(SurfaceWords.Choices, surface => surface is SurfaceClass.Unknown or SurfaceClass.OffNetwork or SurfaceClass.Treadmill);
    }

    private static SurfaceMix Mix(params (string Name, double Metres)[] sums) =>
        new(new(0), new(0), new(0), new(0), sums.ToImmutableSortedDictionary(sum => sum.Name, sum => sum.Metres, StringComparer.Ordinal));
}
