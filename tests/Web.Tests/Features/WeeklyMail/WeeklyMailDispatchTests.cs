using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A mail that is due goes once, with all that a mail of a list must carry.</summary>
public sealed class WeeklyMailDispatchTests : MondayMailTests
{
    [Fact]
    public async Task RE_15_Many_sweeps_at_once_send_one_mail_to_each()
    {
        for (var i = 0; i < 5; i++)
        {
            await House.AddRunnerAsync(name: $"runner{i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(House.SweepAsync, TestContext.Current.CancellationToken)));

        Assert.Equal(5, (await House.RowsAsync()).Count);
        Assert.Equal(5, Server.Received().Count);
        Assert.Equal(5, Server.Received().Select(mail => mail["Message-ID"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task MA_03_MA_04_Every_mail_carries_what_a_list_must_and_links_to_the_set_host_only()
    {
        await House.AddRunnerAsync();

        await House.SweepAsync();

        var mail = Assert.Single(Server.Received());
        Assert.StartsWith("<https://knee.example.org/mail/unsubscribe/", mail["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.EndsWith("<weekly.knee.example.org>", mail["List-Id"], StringComparison.Ordinal);
        Assert.Matches("^<[0-9a-f]{32}\\.2026-W47@knee\\.example\\.org>$", mail["Message-ID"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Matches("^[A-Za-z0-9+ ,:-]+$", mail["Date"]);
        Assert.All(Links(mail), link => Assert.StartsWith("https://knee.example.org/", link, StringComparison.Ordinal));
        Assert.DoesNotContain("src=", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("runner@", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_and_HTML_say_the_same()
    {
        await House.AddRunnerAsync();

        await House.SweepAsync();

        var mail = Assert.Single(Server.Received());
        var words = System.Net.WebUtility
            .HtmlDecode(System.Text.RegularExpressions.Regex.Replace(mail.Html[mail.Html.IndexOf("<body", StringComparison.Ordinal)..], "<[^>]*>", " "))
            .Replace('\u00a0', ' ').Replace('\u2019', '\'').Replace('\u2013', '-')
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word != "--" && !word.StartsWith("https:", StringComparison.Ordinal))
            .Select(word => word.TrimEnd(':', '.'));
        Assert.Equal(words.Select(word => word.TrimEnd(':', '.')), text);
    }

    [Fact]
    public async Task MA_01_An_address_that_could_carry_a_command_is_never_handed_over()
    {
        await House.AddRunnerAsync(change: runner => runner.Email = "\"a\r\nRCPT TO:<victim@example.org>\"@example.org");

        await House.SweepAsync();

        Assert.Empty(Server.Received());
        Assert.Equal(MailState.GivenUp, (await House.RowAsync()).State);
    }

    private static IEnumerable<string> Links(ReceivedMail mail) =>
        System.Text.RegularExpressions.Regex.Matches(mail.Text + mail.Html, "https?://[^\\s\"<]+").Select(match => match.Value);
}
