using System.Net;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>Another mail address needs a word from both ends, and the old one can keep itself.</summary>
public sealed class AddressChangeTests(MailingService service) : LetterFacts(service)
{
    [Fact]
    public async Task MA_11_AU_08_Another_address_needs_the_password_and_both_ends()
    {
        var runner = await Host.RunnerAsync("anna");

        using var wrong = await runner.SubmitAsync("/account/address", ("Input.Mail", "new@example.org"), ("Input.Current", "wrong"));
        using var asked = await runner.SubmitAsync("/account/address", ("Input.Mail", "new@example.org"), ("Input.Current", Old));
        var letters = await LettersAsync(2);
        var before = await AddressAsync(runner);
        using var visitor = new Visitor(Host);
        var link = Link(letters.Single(letter => letter["To"] == "new@example.org"));
        var looked = await visitor.ReadAsync(link);
        using var confirmed = await visitor.SubmitAsync(link);

        Assert.Contains("This is not your password", PlainPages.Plain(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Use new@example.org from now on?", looked, StringComparison.Ordinal);
        Assert.Equal("anna@example.org", before);
        Assert.Equal("new@example.org", await AddressAsync(runner));
        Assert.Equal("anna@example.org: Your mail address was changed", $"{(await LettersAsync(3))[2]["To"]}: {(await LettersAsync(3))[2]["Subject"]}");
    }

    [Fact]
    public async Task The_old_address_brings_itself_back_and_puts_whoever_knew_the_password_out()
    {
        var runner = await Host.RunnerAsync("anna");
        using var asked = await runner.SubmitAsync("/account/address", ("Input.Mail", "thief@example.org"), ("Input.Current", Old));
        var letters = await LettersAsync(2);
        using var thief = new Visitor(Host);
        using var confirmed = await thief.SubmitAsync(Link(letters.Single(letter => letter["To"] == "thief@example.org")));
        using var anna = new Visitor(Host);
        var keep = Link(letters.Single(letter => letter["To"] == "anna@example.org"));

        using var looked = await anna.GetAsync(keep);
        var between = await AddressAsync(runner);
        using var kept = await anna.SubmitAsync(keep);
        using var chosen = await anna.SubmitAsync(kept.Headers.Location!.OriginalString, ("Input.Next", New));
        using var back = await anna.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", New));
        using var out_ = await thief.SubmitAsync("/account/signin", ("Input.Mail", "anna@example.org"), ("Input.Password", Old));

        Assert.Equal("thief@example.org", between);
        Assert.Equal("anna@example.org", await AddressAsync(runner));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, out_.StatusCode);
        using var ended = await runner.Http.GetAsync("/settings");
        Assert.NotEqual(HttpStatusCode.OK, ended.StatusCode);
    }

    private Task<string?> AddressAsync(RunnerClient runner) =>
        Host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).Select(row => row.Email).SingleAsync());
}
