using KneeLoad.Analysis.Risk;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KneeLoad.Web.Shared;

/// <summary>A level by word, icon and colour together: <c>&lt;level of="RiskLevel.Low" /&gt;</c>. Grey while the runner pauses.</summary>
[HtmlTargetElement("level", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LevelTag : TagHelper
{
    /// <summary>The level.</summary>
    public RiskLevel Of { get; set; }

    /// <summary>True while the runner pauses.</summary>
    public bool Paused { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var tone = Paused ? "unknown" : RiskWords.Tone(Of);
        var icon = Of is RiskLevel.SeeADoctor ? "doctor" : Paused ? "pause" : tone;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "level tone-" + tone);
        output.Content.SetHtmlContent(
            $"<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><path d=\"{Icons.PathOf(icon)}\"/></svg>");
        output.Content.Append(RiskWords.Level(Of));
    }
}
