using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KneeLoad.Web.Pages;

/// <summary>
/// Data of a chart as a JSON island, which a content policy without inline scripts allows, since it is never run:
/// <c>&lt;chart-data id="weeks" value="Model.Chart" /&gt;</c>.
/// </summary>
[HtmlTargetElement("chart-data", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartDataTag : TagHelper
{
    // The default encoder writes <, >, &, ' and all line separators as \u escapes: no text of a file can end the element.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Id by which the script finds it.</summary>
    public string Id { get; set; } = "";

    /// <summary>The data to write.</summary>
    public object? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "script";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "application/json");
        output.Attributes.SetAttribute("id", Id);
        output.Content.SetHtmlContent(JsonSerializer.Serialize(Value, Options));
    }
}
