using System.Globalization;
using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Pages;

/// <summary>The colours of drawings stand out from their ground in light and dark, as WCAG 2.2 asks (1.4.11).</summary>
public sealed partial class ColourTests
{
    private const double Least = 3;

    private static readonly string Tokens =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "Web", "Client", "styles", "tokens.css"));

    /// <summary>Kinds of tokens, and the token of the ground that they are drawn on: cards, bands between the run and the map, the map itself.</summary>
    public static TheoryData<string, string> Grounds => new()
    {
        { "fill-", "card" }, { "fill-", "page" }, { "chart-", "card" }, { "surface-", "card" }, { "map-", "sunken" }, { "control-line", "card" },
        { "accent", "card" },
    };

    [Theory]
    [MemberData(nameof(Grounds))]
    public void A_drawing_stands_out_from_its_ground_in_light_and_dark(string kind, string ground)
    {
        foreach (var theme in new[] { Light, Dark })
        {
            var drawn = theme.Where(token => token.Key.StartsWith(kind, StringComparison.Ordinal) && token.Key is not ("accent-ink" or "accent-soft")).ToList();

            Assert.NotEmpty(drawn);
            Assert.All(drawn, token => Assert.True(
                Contrast(token.Value, theme[ground]) >= Least, $"{token.Key} {token.Value} has {Contrast(token.Value, theme[ground]):F2} on {ground}"));
        }
    }

    [Fact]
    public void Contrast_is_computed_as_published()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 9);
        Assert.Equal(4.54, Contrast("#767676", "#ffffff"), 2);
    }

    private static Dictionary<string, string> Light => Read(Tokens[..Tokens.IndexOf("@media", StringComparison.Ordinal)]);

    private static Dictionary<string, string> Dark
    {
        get
        {
            var dark = Light;
            foreach (var (name, value) in Read(Tokens[Tokens.IndexOf("@media", StringComparison.Ordinal)..]))
            {
                dark[name] = value;
            }

            return dark;
        }
    }

    private static Dictionary<string, string> Read(string css) =>
        Token().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    // WCAG 2.2, "contrast ratio" and "relative luminance".
    private static double Contrast(string one, string other)
    {
        var (low, high) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(string colour)
    {
        var channels = new[] { 1, 3, 5 }
            .Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(share => share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6});", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
