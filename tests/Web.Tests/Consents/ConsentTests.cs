using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Consents;

/// <summary>A consent given or withdrawn by the forms of the pages changes the rows of the runner.</summary>
public sealed class ConsentTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task Files_of_a_runner_without_consent_are_kept_and_not_read()
    {
        var runner = await host.RunnerAsync("a", storing: false);

        var lines = await runner.UploadAndFinishAsync(MadeHistory.Files[0]);

        Assert.Equal("kept", Assert.Single(lines).GetProperty("state").GetString());
        Assert.Equal(0, await host.AskAsync(db => db.Runs.CountAsync()));
        Assert.Equal(0, await host.AskAsync(db => db.Work.CountAsync(work => work.Kind == WorkKind.Import)));
        using var original = await runner.Http.GetAsync($"/uploads/{lines[0].GetProperty("id").GetGuid()}/original");
        Assert.Equal(MadeHistory.Files[0].Content, await original.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Consent_to_storing_has_the_files_read_that_were_kept()
    {
        var runner = await host.RunnerAsync("a", storing: false);
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);

        await SayAsync(runner, ("storing", "true"));

        await host.UntilAsync(db => db.Uploads.AllAsync(upload => upload.State == UploadState.Done));
        Assert.Equal(1, await host.AskAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task Withdrawing_the_consent_to_storing_leaves_the_files_and_nothing_that_was_read_from_them_or_told()
    {
        var runner = await WithEverythingAsync();
        var originals = await host.AskAsync(db => db.Uploads.CountAsync());

        await SayAsync(runner, ("storing", "false"));

        await NothingDerivedAsync();
        Assert.Equal(originals, await host.AskAsync(db => db.Uploads.CountAsync(upload => upload.State == UploadState.Kept)));
        Assert.Equal(originals, Directory.EnumerateFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories).Count());
        var row = await host.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
        Assert.Equal((null, null, null, null), (row.KneeInjury, row.OtherInjury, row.StoringConsent, row.ScoringConsent));
    }

    [Fact]
    public async Task Consent_given_again_makes_the_same_runs()
    {
        var runner = await WithEverythingAsync();
        var before = await RunsAsync();
        await SayAsync(runner, ("storing", "false"));
        await NothingDerivedAsync();

        await SayAsync(runner, ("storing", "true"));

        await host.UntilAsync(db => db.Uploads.AllAsync(upload => upload.State == UploadState.Done));
        Assert.Equal(before, await RunsAsync());
    }

    [Fact]
    public async Task Withdrawing_the_consent_to_scoring_leaves_runs_and_diary_and_no_score()
    {
        var runner = await WithEverythingAsync();
        var before = await RunsAsync();

        await SayAsync(runner, ("scoring", "false"));

        await host.UntilAsync(async db => !await db.ShownAssessments.AnyAsync() && !await db.WeeklyMails.AnyAsync(mail => mail.TextBody != null));
        Assert.False(File.Exists(Path.Combine(host.Folder, "mails", "letter.eml")));
        Assert.Equal(before, await RunsAsync());
        Assert.Equal(1, await host.AskAsync(db => db.DiaryNotes.CountAsync()));
    }

    [Fact]
    public async Task Each_word_is_kept_with_its_moment_and_the_version_of_its_text()
    {
        var runner = await host.RunnerAsync("a", storing: false);
        await SayAsync(runner, ("storing", "true"), ("scoring", "true"));
        await SayAsync(runner, ("scoring", "true"));
        await SayAsync(runner, ("storing", "false"));

        var said = await host.AskAsync(db => db.Consents.AsNoTracking().OrderBy(row => row.Purpose).ThenBy(row => row.Moment).ToListAsync());

        Assert.Equal(
            [(ConsentPurpose.Scoring, true), (ConsentPurpose.Scoring, false), (ConsentPurpose.Storing, true), (ConsentPurpose.Storing, false)],
            said.Select(row => (row.Purpose, row.Given)));
        Assert.All(said, row => Assert.Equal(Consent.CurrentText, row.TextVersion));
        Assert.Equal(MadeHistory.Now, said[0].Moment);
        Assert.True(said[1].Moment > said[0].Moment);
    }

    [Fact]
    public async Task What_comes_back_after_a_withdrawal_is_let_go_of_again()
    {
        var runner = await WithEverythingAsync();
        await SayAsync(runner, ("storing", "false"));
        await NothingDerivedAsync();
        await host.AskAsync(db =>
        {
            // As an answer that crossed the withdrawal, or a restored backup.
            db.DiaryNotes.Add(new() { Id = Guid.NewGuid(), RunnerId = runner.RunnerId, Day = new(2026, 5, 1), WorstPain = 5 });
            return db.SaveChangesAsync();
        });

        await NothingDerivedAsync();
    }

    [Fact]
    public async Task Work_that_was_begun_before_a_withdrawal_stores_nothing()
    {
        var runner = await host.RunnerAsync("a");
        await host.QueueAsync(runner, [.. MadeHistory.Files.Select(file => file.Content)]);

        await SayAsync(runner, ("storing", "false"));

        await NothingDerivedAsync();
        await host.UntilAsync(db => db.Work.AllAsync(work => work.RunnerId != runner.RunnerId));
        await NothingDerivedAsync();
        Assert.True(await host.AskAsync(db => db.Uploads.AllAsync(upload => upload.State == UploadState.Kept)));
    }

    private async Task<RunnerClient> WithEverythingAsync()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.UploadAndFinishAsync(("export.zip", Zip.Of(("broken.fit", [14, 16, 0, 0]), ("again.fit", MadeHistory.Files[0].Content))));
        Assert.Equal(1, await host.AskAsync(db => db.RunlessFiles.CountAsync()));
        await host.AskAsync(async db =>
        {
            db.DiaryNotes.Add(new() { Id = Guid.NewGuid(), RunnerId = runner.RunnerId, Day = new(2026, 5, 1), WorstPain = 5 });
            db.WeeklyMails.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                IsoWeek = "2026-W19",
                MessageId = "letter@localhost",
                State = MailState.Sent,
                TextBody = "t",
            });
            await db.SaveChangesAsync();
            return await db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.KneeInjury, (LocalDate?)new LocalDate(2026, 3, 1)));
        });
        Directory.CreateDirectory(Path.Combine(host.Folder, "mails"));
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "mails", "letter.eml"), "t");
        await runner.ReadAsync("/");
        Assert.True(await host.AskAsync(db => db.ShownAssessments.AnyAsync()));
        return runner;
    }

    private static async Task SayAsync(RunnerClient runner, params (string Name, string Value)[] words)
    {
        using var reply = await runner.SubmitAsync("/settings?handler=consent", words);
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    private Task NothingDerivedAsync() => host.UntilAsync(async db =>
        !await db.AllRuns.AnyAsync() && !await db.Weeks.AnyAsync() && !await db.DiaryNotes.AnyAsync() && !await db.RenewedRuns.AnyAsync()
        && !await db.RunlessFiles.AnyAsync()
        && !await db.ShownAssessments.AnyAsync() && !await db.WeeklyMails.AnyAsync(mail => mail.TextBody != null)
        && !await db.Uploads.AnyAsync(upload => upload.State == UploadState.Received || upload.State == UploadState.Done));

    private Task<List<string>> RunsAsync() =>
        host.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Id + run.Metrics + run.Load).ToListAsync());
}
