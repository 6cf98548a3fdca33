using KneeLoad.Web.Email;
using MailKit.Security;

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
        Assert.Contains(
            "UserName",
            new MailSettings { Host = "localhost", LoopbackRelay = true, UserName = "kneeload", Password = "secret" }.Fault,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(465, null, false, SecureSocketOptions.SslOnConnect)]
    [InlineData(587, null, false, SecureSocketOptions.StartTls)]
    [InlineData(2525, null, false, SecureSocketOptions.StartTls)]
    [InlineData(2525, true, false, SecureSocketOptions.SslOnConnect)]
    [InlineData(465, false, false, SecureSocketOptions.StartTls)]
    [InlineData(25, null, true, SecureSocketOptions.None)]
    public void MA_14_The_line_is_safe_before_anything_is_said_save_to_a_relay_on_this_machine(
        int port, bool? isImplicit, bool isRelay, SecureSocketOptions security)
    {
        var settings = new MailSettings { Host = "localhost", Port = port, ImplicitTls = isImplicit, LoopbackRelay = isRelay };

        Assert.Null(settings.Fault);
        Assert.Equal(security, settings.Security);
    }

    [Theory]
    [InlineData("kneeload")]
    [InlineData("kneeload@example.org\r\nBcc: victim@example.org")]
    public void A_sender_that_is_no_address_is_a_fault(string from) =>
        Assert.Contains("From", new MailSettings { From = from }.Fault, StringComparison.Ordinal);
}
