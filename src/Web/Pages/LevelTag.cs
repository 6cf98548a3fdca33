using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KneeLoad.Web.Pages;

/// <summary>A level by word, icon and colour together: <c>&lt;level word="Low" tone="low" icon="low" /&gt;</c>.</summary>
[HtmlTargetElement("level", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LevelTag : TagHelper
{
    /// <summary>The word, ready to read.</summary>
    public string Word { get; set; } = "";

    /// <summary>Name of the colour.</summary>
    public string Tone { get; set; } = "unknown";

    /// <summary>Name of the icon.</summary>
    public string Icon { get; set; } = "unknown";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "level tone-" + Tone);
        output.Content.SetHtmlContent(
            $"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{Icons.PathOf(Icon)}\"/></svg>");
        output.Content.Append(Word);
    }
}
