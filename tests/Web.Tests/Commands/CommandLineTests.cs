using KneeLoad.Web.Commands;

namespace KneeLoad.Web.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("serve", "--help")]
    [InlineData("serve", "--data", "somewhere", "-h")]
    [InlineData("demo", "--help")]
    [InlineData("password", "--help")]
    public async Task Asking_a_verb_for_help_starts_nothing_and_names_its_options(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.True(CommandLine.Handles(arguments));
        var exitCode = await CommandLine.RunAsync(arguments, output, error);

        Assert.Equal((CommandLine.Done, ""), (exitCode, error.ToString()));
        Assert.Contains($" {arguments[0]} ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(arguments[0] is "demo" ? "--urls" : "--data", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("serve", "--data", "somewhere")]
    [InlineData("demo")]
    [InlineData("--data", "somewhere")]
    public void All_else_starts_the_service(params string[] arguments) => Assert.False(CommandLine.Handles(arguments));
}
