using System.Text.RegularExpressions;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Account.Access;

/// <summary>Facts about letters on accounts, each with an empty service at a stopped clock and a real mail server to itself.</summary>
public abstract partial class LetterFacts(MailingService service) : IClassFixture<MailingService>, IAsyncLifetime
{
    private protected const string Old = "correct horse battery";
    private protected const string New = "rain over the hills";

    private protected FakeClock Clock { get; } = new(MadeHistory.Now);

    private protected WebHost Host { get; private set; } = null!;

    private protected MailServer Server => service.Server;

    public ValueTask InitializeAsync()
    {
        service.Server.Forget();
        Host = service.Anew(Clock);
        return ValueTask.CompletedTask;
    }

    // The next fact has the mail server for itself.
    public async ValueTask DisposeAsync()
    {
        await Host.UntilAsync(db => db.Work.AllAsync(row => row.Rank != WorkRank.Letters));
        GC.SuppressFinalize(this);
    }

    private protected static string Link(ReceivedMail letter) => new Uri(AddressIn(letter)).AbsolutePath;

    private protected static string AddressIn(ReceivedMail letter) => Address().Match(letter.Text).Value;

    private protected async Task<IReadOnlyList<ReceivedMail>> LettersAsync(int count)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; Server.Received().Count < count; looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }

        return Server.Received();
    }

    [GeneratedRegex("http://\\S+/account/\\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
