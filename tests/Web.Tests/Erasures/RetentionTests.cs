using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Features.Privacy;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Erasures;

/// <summary>The table of what is kept how long, its enforcement and its document.</summary>
public sealed class RetentionTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly Instant Now = MadeHistory.Now;

    /// <summary>A row of each timed kind, made for a moment, and the query that counts what is left of the kind.</summary>
    private static readonly Dictionary<string, (Action<KneeLoadDbContext, Guid, Instant> Add, Func<KneeLoadDbContext, IQueryable<object>> Left)> Rows = new()
    {
        ["RejectedFiles"] = (
            (db, id, moment) => db.Uploads.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = id,
                ContentHash = Guid.NewGuid().ToString("n"),
                State = UploadState.Rejected,
                Received = moment,
            }),
            db => db.Uploads.Where(row => row.State == UploadState.Rejected)),
        ["ShownAssessments"] = (
            (db, id, moment) => db.ShownAssessments.Add(new() { RunnerId = id, ContentHash = Guid.NewGuid().ToString("n"), AsOf = moment.InUtc().Date }),
            db => db.ShownAssessments),
        ["Mails"] = (
            (db, id, moment) => db.WeeklyMails.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = id,
                IsoWeek = Guid.NewGuid().ToString("n")[..8],
                MessageId = "m",
                Created = moment,
                State = MailState.Sent,
            }),
            db => db.WeeklyMails),
        ["UnsubscribeLinks"] = ((db, id, moment) => db.MailTokens.Add(Token(
            id, MailTokenPurpose.Unsubscribe, moment)), db => db.MailTokens.Where(row => row.Purpose == MailTokenPurpose.Unsubscribe)),
        ["PainLinks"] = ((db, id, moment) => db.MailTokens.Add(Token(
            id, MailTokenPurpose.PainEntry, moment)), db => db.MailTokens.Where(row => row.Purpose == MailTokenPurpose.PainEntry)),
        ["ConfirmationLinks"] = ((db, id, moment) => db.MailTokens.Add(Token(
            id, MailTokenPurpose.ConfirmAddress, moment)), db => db.MailTokens.Where(row => row.Purpose == MailTokenPurpose.ConfirmAddress)),
        ["SignIns"] = (
            (db, id, moment) => db.SignIns.Add(new()
            {
                KeyHash = Guid.NewGuid().ToString("n"),
                RunnerId = id,
                Created = moment,
                Expires = Now + Duration.FromDays(10),
            }),
            db => db.SignIns.Where(row => row.Ticket.Length == 0)),
        ["Tokens"] = (
            (db, id, moment) => db.ApiTokens.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = id,
                TokenHash = Guid.NewGuid().ToString("n"),
                Created = moment,
                Expires = moment + Retention.Tokens,
            }),
            db => db.ApiTokens),
        ["Trail"] = ((db, id, moment) => db.Trail.Add(new()
        {
            Id = Guid.NewGuid(),
            RunnerId = id,
            Act = TrailAct.AddressKept,
            Moment = moment,
        }), db => db.Trail.Where(row => row.Act == TrailAct.AddressKept)),
    };

    private readonly WebHost host = service.Anew(new FakeClock(Now));

    /// <summary>Kinds whose time another test holds, or that is advice.</summary>
    public static TheoryData<string> Timed => [.. Retention.All
        .Where(kind => kind.Kept is not null && kind.Name is not ("DeletedRuns" or "PartialFiles" or "Backups"))
        .Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Timed))]
    public async Task What_has_outlived_its_time_is_let_go_of_and_nothing_else(string name)
    {
        var runner = await host.RunnerAsync("a");
        var (kept, rows) = (Retention.All.Single(kind => kind.Name == name).Kept!.Value, Rows[name]);
        await host.AskAsync(db =>
        {
            rows.Add(db, runner.RunnerId, Now - kept - Duration.FromDays(2));
            rows.Add(db, runner.RunnerId, Now - kept + Duration.FromDays(2));
            return db.SaveChangesAsync();
        });

        await using var scope = host.Services.OfAll();
        await scope.ServiceProvider.GetRequiredService<RetentionLook>().LookAsync(CancellationToken.None);

        Assert.Equal(1, await host.AskAsync(db => rows.Left(db).CountAsync()));
    }

    [Fact]
    public void The_document_of_what_is_kept_is_written_from_the_table()
    {
        var text = KeptWords.Document(Language.English);

        Assert.Equal(Approved.Text("docs/privacy.md", text), text);
    }

    [Fact]
    public async Task PR_12_The_privacy_page_is_open_to_everybody_and_tells_every_kind()
    {
        using var anyone = host.CreateClient();

        var page = PlainPages.Plain(await anyone.GetStringAsync("/privacy", TestContext.Current.CancellationToken));

        Assert.All(Retention.All, kind =>
        {
            Assert.Contains(KeptWords.What(kind, Language.English), page, StringComparison.Ordinal);
            Assert.Contains(KeptWords.Until(kind, Language.English), page, StringComparison.Ordinal);
        });
        foreach (var address in new[] { "/your-data#export", "/your-data#erase", "/settings#consent" })
        {
            Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
        }
    }

    private static MailToken Token(Guid runnerId, MailTokenPurpose purpose, Instant moment) =>
        new() { TokenHash = Guid.NewGuid().ToString("n"), RunnerId = runnerId, Purpose = purpose, Created = moment };
}
