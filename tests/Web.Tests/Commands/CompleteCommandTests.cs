namespace KneeLoad.Web.Tests.Commands;

/// <summary>Names that a shell is told while a line is being typed.</summary>
public sealed class CompleteCommandTests
{
    [Theory]
    [InlineData("kneeload an", new[] { "analyze" })]
    [InlineData("/usr/bin/kneeload surface ", new[] { "build", "match" })]
    [InlineData("kneeload analyze --inj", new[] { "--injured-knee", "--injured-other" })]
    [InlineData("kneeload backup --to x nothing-begins-so", new string[0])]
    public async Task Verbs_and_options_that_may_follow_are_named(string line, string[] following)
    {
        var (exitCode, output) = await RealProgram.RunAsync(["complete", "kneeload", "", ""], input: null, ("COMP_LINE", line));

        Assert.Equal(0, exitCode);
        Assert.Equal(following, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_stands_behind_the_cursor_does_not_count()
    {
        var (_, output) = await RealProgram.RunAsync(["complete"], input: null, ("COMP_LINE", "kneeload aud --data x"), ("COMP_POINT", "12"));

        Assert.Equal("audit", output.Trim());
    }
}
