using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Words;
using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KneeLoad.Web.Pages;

/// <summary>
/// Surfaces as a strip: <c>&lt;surface-strip name="run" parts="…" /&gt;</c>. Each has its colour; hard ground is plain, other
/// ground hatched, unknown dotted. What it shows stands in words beside it.
/// </summary>
[HtmlTargetElement("surface-strip", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SurfaceStripTag : TagHelper
{
    /// <summary>A name of its own on the page, for its patterns.</summary>
    public string Name { get; set; } = "";

    /// <summary>The pieces from left to right.</summary>
    public IReadOnlyList<SurfacePart> Parts { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "surface-strip");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var content = output.Content;
        content.AppendHtml(
            $"<defs><pattern id=\"{Name}-soft\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path "
                + $"class=\"texture-soft\" d=\"M0 0V6\"/></pattern>");
        content.AppendHtml(
            $"<pattern id=\"{Name}-unknown\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><circle class=\"texture-unknown\" cx=\"3\" "
                + $"cy=\"3\" r=\"1.5\"/></pattern></defs>");
        foreach (var part in Parts)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"x=\"{100 * part.From:0.###}%\" width=\"{100 * part.Share:0.###}%\" height=\"100%\"");
            content.AppendHtml($"<rect class=\"surface-{SurfaceClasses.NameOf(part.Surface.Class)}\" {place}/>");
            if (Texture(part.Surface) is { } texture)
            {
                content.AppendHtml($"<rect fill=\"url(#{texture})\" {place}/>");
            }
        }
    }

    private string? Texture(WaySurface surface) => SurfaceWords.FirmnessOf(surface) switch
    {
        SurfaceHardness.Hard => null,
        SurfaceHardness.Soft => Name + "-soft",
        _ => Name + "-unknown",
    };
}
