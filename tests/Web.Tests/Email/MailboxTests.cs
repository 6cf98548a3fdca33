using KneeLoad.Web.Email;

namespace KneeLoad.Web.Tests.Email;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("runner@example.org", "runner@example.org")]
    [InlineData("first.last+weekly@sub.example.org", "first.last+weekly@sub.example.org")]
    [InlineData("O'Brien@Example.ORG", "O'Brien@example.org")]
    [InlineData("runner@localhost", "runner@localhost")]
    [InlineData("runner@bücher.example", "runner@xn--bcher-kva.example")]
    public void A_plain_address_is_taken_with_its_host_in_ascii(string text, string expected)
    {
        var taken = Mailbox.TryParse(text, out var mailbox);

        Assert.True(taken);
        Assert.Equal(expected, mailbox!.Address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("runner")]
    [InlineData("@example.org")]
    [InlineData("runner@")]
    [InlineData("runner@@example.org")]
    [InlineData("runner@example..org")]
    [InlineData(".runner@example.org")]
    [InlineData("run ner@example.org")]
    [InlineData("runner@example.org ")]
    [InlineData("runner@example.org\r\nBcc: victim@example.org")]
    [InlineData("runner\n@example.org")]
    [InlineData("\"a\r\nRCPT TO:<victim@example.org>\"@example.org")]
    [InlineData("\"quoted\"@example.org")]
    [InlineData("a@d%0d%0aBcc:v@x")]
    [InlineData("runner\u2028@example.org")]
    [InlineData("runner@exam\u0085ple.org")]
    [InlineData("Runner <runner@example.org>")]
    [InlineData("runner@[127.0.0.1]")]
    public void MA_01_What_could_carry_a_command_is_refused(string? text)
    {
        var taken = Mailbox.TryParse(text, out var mailbox);

        Assert.False(taken);
        Assert.Null(mailbox);
    }

    [Fact]
    public void An_overlong_address_is_refused()
    {
        Assert.False(Mailbox.TryParse(new string('a', 65) + "@example.org", out _));
        Assert.False(Mailbox.TryParse("a@" + string.Join('.', Enumerable.Repeat("abcdefghij", 24)), out _));
    }

    [Fact]
    public void An_address_does_not_show_itself_to_a_log()
    {
        Assert.DoesNotContain("runner", Mails.Plain.To.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("runner@", Mails.Plain.ToString(), StringComparison.Ordinal);
    }
}
