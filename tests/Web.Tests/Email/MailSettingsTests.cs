using KneeLoad.Web.Email;

namespace KneeLoad.Web.Tests.Email;

public sealed class MailSettingsTests
{
    [Fact]
    public void Nothing_set_is_no_fault() => Assert.Null(new MailSettings().Fault);

    [Fact]
    public void A_server_with_a_login_is_no_fault() =>
        Assert.Null(new MailSettings { Host = "smtp.example.org", UserName = "kneeload", Password = "secret", From = "kneeload@example.org" }.Fault);

    [Fact]
    public void A_relay_without_TLS_stands_on_this_machine()
    {
        Assert.Null(new MailSettings { Host = "localhost", Port = 25, LoopbackRelay = true }.Fault);
        Assert.Contains("LoopbackRelay", new MailSettings { Host = "smtp.example.org", LoopbackRelay = true }.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void No_password_goes_over_a_line_without_TLS() =>
        Assert.Contains("UserName", new MailSettings { Host = "localhost", LoopbackRelay = true, UserName = "kneeload", Password = "secret" }.Fault, StringComparison.Ordinal);

    [Fact]
    public void The_port_of_implicit_TLS_is_named_as_what_it_is() =>
        Assert.Contains("465", new MailSettings { Host = "smtp.example.org", Port = 465 }.Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("kneeload")]
    [InlineData("kneeload@example.org\r\nBcc: victim@example.org")]
    public void A_sender_that_is_no_address_is_a_fault(string from) =>
        Assert.Contains("From", new MailSettings { From = from }.Fault, StringComparison.Ordinal);
}
