using KneeLoad.Testing;
using KneeLoad.Web.Tests.Email;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A running service with a mail server of its own.</summary>
public class MailingService : RunningService
{
    public MailingService() => Host.With("Mail:Host", "localhost").With("Mail:Port", $"{Server.Port}").With("Registration", "open");

    /// <summary>The mail server.</summary>
    internal MailServer Server { get; } = MailServer.Start(Authorities.Trusted);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Server.Dispose();
        GC.SuppressFinalize(this);
    }
}
