using KneeLoad.Web.Pages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KneeLoad.Web.Tests.Pages;

public sealed class ChartDataTagTests
{
    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("a\u2028b\u2029c")]
    public void WEB_02_No_text_of_a_file_ends_the_island(string name)
    {
        var content = Render(new { name });

        Assert.DoesNotContain("<", content, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', content);
        Assert.DoesNotContain('\u2029', content);
        Assert.Equal(name, System.Text.Json.JsonDocument.Parse(content).RootElement.GetProperty("name").GetString());
    }

    private static string Render(object value)
    {
        var output = new TagHelperOutput("chart-data", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new ChartDataTag { Id = "data", Value = value }.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        return output.Content.GetContent();
    }
}
