using KneeLoad.Testing;
using KneeLoad.Web.Tests.Email;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>Facts about mails that are due on a Monday, and the server that is to take them.</summary>
public abstract class MondayMailTests : IAsyncLifetime
{
    private protected static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);

    private protected MailServer Server { get; } = MailServer.Start(Authorities.Trusted);

    private protected MailHouse House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await MailHouse.OpenAsync(Monday, Server);

    public async ValueTask DisposeAsync()
    {
        await (House?.DisposeAsync() ?? default);
        Server.Dispose();
        GC.SuppressFinalize(this);
    }
}
