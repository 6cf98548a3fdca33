using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KneeLoad.Web.Pages;

/// <summary>A name and a value in a list of pairs, pale where nothing was measured: <c>&lt;fact name="Steps" value="…" /&gt;</c>.</summary>
/// <param name="language">The page's language.</param>
[HtmlTargetElement("fact", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FactTag(Language language) : TagHelper
{
    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The value, ready to read.</summary>
    public string Value { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.AppendHtml("<dt>");
        output.Content.Append(Name);
        output.Content.AppendHtml(string.Equals(Value, language.Format.NotMeasured, StringComparison.Ordinal) ? "</dt><dd class=\"none\">" : "</dt><dd>");
        output.Content.Append(Value);
        output.Content.AppendHtml("</dd>");
    }
}
