using KneeLoad.Testing;
using KneeLoad.Web.Tests.Email;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A running service with a mail server of its own.</summary>
public sealed class MailingService : RunningService, IAsyncLifetime
{
    private SmtpServer? server;

    /// <summary>The mail server; a fact that asks for it is skipped where none is installed.</summary>
    internal SmtpServer Server
    {
        get
        {
            Assert.SkipWhen(server is null, SmtpServer.Missing);
            return server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (SmtpServer.IsInstalled)
        {
            server = await SmtpServer.StartAsync(Authorities.Trusted);
            Host.With("Mail:Host", "localhost").With("Mail:Port", $"{server.Port}");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        server?.Dispose();
    }
}
