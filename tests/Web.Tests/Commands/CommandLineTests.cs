using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;

namespace KneeLoad.Web.Tests.Commands;

public sealed partial class CommandLineTests
{
    [Theory]
    [InlineData("serve", "--help")]
    [InlineData("serve", "--data", "somewhere", "-h")]
    [InlineData("demo", "--help")]
    [InlineData("backup", "--help")]
    public async Task Asking_a_verb_for_help_starts_nothing_and_names_its_options(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.True(CommandLine.Handles(arguments));
        var exitCode = await CommandLine.RunAsync(arguments, output, error);

        Assert.Equal((CommandLine.Done, ""), (exitCode, error.ToString()));
        Assert.Contains($"kneeload {arguments[0]} ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(arguments[0] is "demo" ? "--urls" : "--data", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option --jsno. Did you mean --json?", "audit", "--jsno")]
    [InlineData("There is no option --too. Did you mean --to?", "backup", "--to", "x", "--too", "y")]
    [InlineData("There is no option --form. Did you mean --from?", "restore", "--from", "x", "--form", "y")]
    [InlineData("There is no option --dta. Did you mean --data?", "admin", "list", "--dta", "x")]
    [InlineData("There is no option --database:providr. Did you mean --Database:Provider?", "audit", "--database:providr=PostgreSql")]
    [InlineData("There is no option --rol. Did you mean --role?", "serve", "--rol", "web")]
    [InlineData("There is no option --url. Did you mean --urls?", "--data", "somewhere", "--url", "http://localhost:5090")]
    [InlineData("There is no option --publicurl2. Did you mean --PublicUrl?", "demo", "--publicurl2", "https://example.org")]
    [InlineData("There is no option --jason. Did you mean --json?", "inspect", "--jason", "run.fit")]
    [InlineData("There is no option --plannd. Did you mean --planned?", "analyze", "--plannd", "5", "run.fit")]
    [InlineData("There is no option --quite-another.", "audit", "--quite-another")]
    [InlineData("Nothing is known of lost. Did you mean list?", "admin", "lost")]
    [InlineData("Nothing is known of everything.", "audit", "everything")]
    public async Task An_unknown_option_is_refused_with_the_nearest_name(string said, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        Assert.True(CommandLine.Handles(arguments));
        var exitCode = await CommandLine.RunAsync(arguments, output, error);

        Assert.Equal(CommandLine.Misused, exitCode);
        Assert.Contains(said, error.ToString().ReplaceLineEndings("\n").Split('\n'));
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void Every_setting_of_the_guide_is_an_option()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "self-hosting.md"));
        var settings = Setting().Matches(guide).SelectMany(row => Name().Matches(row.Groups["names"].Value)).Select(name => name.Groups["name"].Value).ToList();

        Assert.InRange(settings.Count, 15, int.MaxValue);
        Assert.All(settings, name => Assert.False(CommandLine.Handles(["serve", $"--{name}", "x"]), name));
    }

    [GeneratedRegex(
        @"^\| (?<names>`[A-Za-z:]+`(, `[A-Za-z:]+`)*) \| [^|]+ \| [^|]+ \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Setting();

    [GeneratedRegex("`(?<name>[A-Za-z:]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [Theory]
    [InlineData]
    [InlineData("serve", "--Kestrel:Endpoints:Http:Url", "http://localhost:1", "--Logging:LogLevel:Default=Debug")]
    [InlineData("serve", "--data", "somewhere")]
    [InlineData("demo")]
    [InlineData("--data", "somewhere")]
    public void All_else_starts_the_service(params string[] arguments) => Assert.False(CommandLine.Handles(arguments));
}
