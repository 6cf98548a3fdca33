using KneeLoad.Web.Data;
using System.Net;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words.Notes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>Audit, backup, restore and admin beside the running service, on SQLite and PostgreSQL.</summary>
public sealed class UpkeepCommandTests(SharedPostgreSql shared) : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task RE_10_A_backup_of_the_running_service_is_restored_to_a_clean_audit(string provider)
    {
        var there = await DatabaseAsync(provider);
        await using (var host = On(there, Folder("there")))
        {
            var runner = await host.RunnerAsync("a");
            await runner.UploadAndFinishAsync([.. MadeHistory.Files.Take(6)]);
            await DoneAsync(host);
            var coming = runner.UploadAsync([.. MadeHistory.Files.Skip(6).Take(6)]);
            Assert.Equal((CommandLine.Done, ""), Short(await RunAsync(["backup", "--to", Folder("backup.zip"), "--data", host.Folder, .. there])));
            await runner.FinishedAsync(await coming);
        }

        var here = await DatabaseAsync(provider);
        Assert.Equal((CommandLine.Done, ""), Short(await RunAsync(["restore", "--from", Folder("backup.zip"), "--data", Folder("here"), .. here])));
        await using var again = On(here, Folder("here"));
        await DoneAsync(again);
        var (code, output, error) = await RunAsync(["audit", "--json", "--data", Folder("here"), .. here]);

        Assert.Empty(error);
        using var report = JsonDocument.Parse(output);
        Assert.Equal(0, report.RootElement.GetProperty("faults").GetArrayLength());
        Assert.Equal(CommandLine.Done, code);
        Assert.InRange(report.RootElement.GetProperty("originals").GetInt32(), 6, 12);
        Assert.Equal(report.RootElement.GetProperty("originals").GetInt32(), report.RootElement.GetProperty("uploads").GetInt32());
        Assert.True(report.RootElement.GetProperty("weeks").GetInt32() > 0);
        Assert.Equal(1, await again.AskAsync(db => db.Audits.CountAsync()));
    }

    [Fact]
    public async Task RE_08_An_audit_names_a_flipped_bit_a_missing_file_and_rows_that_their_files_do_not_say()
    {
        await using var host = new WebHost();
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync([.. MadeHistory.Files.Take(6)]);
        await DoneAsync(host);
        var clean = await RunAsync("audit", "--data", host.Folder);
        Assert.Equal((CommandLine.Done, ""), Short(clean));
        Assert.EndsWith(": 0 faults.", clean.Output.Trim(), StringComparison.Ordinal);
        var uploads = await host.AskAsync(db => db.Uploads.OrderBy(row => row.Id).Select(row => new { row.Id, row.ContentHash }).ToListAsync());
        await FlipAsync(host.Folder, uploads[0].ContentHash);
        File.Delete(Original(host.Folder, uploads[1].ContentHash));
        await host.AskAsync(db => db.Runs
            .Where(run => run.UploadId == uploads[2].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.Cells, run => run.Traces)));

        var (code, output, _) = await RunAsync("audit", "--data", host.Folder);
        using var ready = await runner.Http.GetAsync("/readyz");

        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains($"OriginalDamaged: The stored original {uploads[0].ContentHash[..12]}", output, StringComparison.Ordinal);
        Assert.Contains($"OriginalMissing: The original {uploads[1].ContentHash[..12]}", output, StringComparison.Ordinal);
        Assert.Contains("Run: The row differs from its file in its cells.", output, StringComparison.Ordinal);
        Assert.Contains("Load: Rows cannot be read", output, StringComparison.Ordinal);
        Assert.Equal("Degraded: audit", await ready.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_audit_names_a_week_that_its_runs_do_not_say()
    {
        await using var host = new WebHost();
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync([.. MadeHistory.Files.Take(3)]);
        await DoneAsync(host);
        await host.AskAsync(db => db.Weeks.ExecuteUpdateAsync(set => set.SetProperty(week => week.Load, week => week.Load + " ")));

        var (code, output, _) = await RunAsync("audit", "--sample", "1", "--data", host.Folder);

        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains("Week: The week of", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_names_an_archive_whose_rows_differ_from_its_files_without_an_activity()
    {
        await using var host = new WebHost();
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("a.zip", Zip.Of(("run.fit", MadeRun.Fit(MadeRun.Monday)), ("a.txt", [1]), ("b.txt", [2]))));
        await DoneAsync(host);
        var clean = await RunAsync("audit", "--data", host.Folder);
        await host.AskAsync(db => db.RunlessFiles.Where(row => row.Number == 2).ExecuteDeleteAsync());

        var (code, output, _) = await RunAsync("audit", "--data", host.Folder);
        // Of an archive whose reading its runner stopped, what lies behind has no rows.
        var stopped = StoredRemarks.Write(UploadReport.Nothing with { Runs = 1, IsCancelled = true }, 2000);
        await host.AskAsync(db => db.Uploads.ExecuteUpdateAsync(set => set.SetProperty(upload => upload.Reason, stopped)));
        var cancelled = await RunAsync("audit", "--data", host.Folder);

        Assert.Equal((CommandLine.Done, ""), Short(clean));
        Assert.Equal((CommandLine.Done, ""), Short(cancelled));
        Assert.Equal(CommandLine.Refused, code);
        Assert.Contains("RunlessFile: The rows of files without an activity differ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_backup_another_database_and_a_folder_in_use_are_refused()
    {
        await using var host = new WebHost();
        _ = host.Services;
        Assert.Equal(CommandLine.Done, (await RunAsync("backup", "--to", Folder("whole"), "--data", host.Folder)).Code);
        var whole = await File.ReadAllBytesAsync(Folder("whole"));
        await File.WriteAllBytesAsync(Folder("half"), whole[..(whole.Length / 2)]);
        await using (var other = await System.IO.Compression.ZipFile.OpenAsync(Folder("other.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            other.CreateEntry("run.fit");
        }

        foreach (var none in (string[])["half", "other.zip"])
        {
            Assert.Contains("is no backup", (await RunAsync("restore", "--from", Folder(none), "--data", Folder("new"))).Error, StringComparison.Ordinal);
        }

        Assert.StartsWith("There is no file", (await RunAsync("restore", "--from", Folder("none"), "--data", Folder("new"))).Error, StringComparison.Ordinal);
        Assert.Contains("is there already", (await RunAsync("backup", "--to", Folder("whole"), "--data", host.Folder)).Error, StringComparison.Ordinal);
        Assert.Equal(whole, await File.ReadAllBytesAsync(Folder("whole")));
        Assert.Contains("is not empty", (await RunAsync("restore", "--from", Folder("whole"), "--data", host.Folder)).Error, StringComparison.Ordinal);
        var elsewhere = await RunAsync(
            "restore",
            "--from",
            Folder("whole"),
            "--data",
            Folder("other"),
            "--Database:Provider",
            "PostgreSql",
            "--Database:ConnectionString",
            "Host=nowhere");
        Assert.Equal((CommandLine.Misused, "The backup is of a Sqlite database, not of PostgreSql."), Short(elsewhere));
        Assert.DoesNotContain(
            Directory.GetFiles(scratch.Path),
            file => file.EndsWith(".half", StringComparison.Ordinal) || file.EndsWith(".database", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forgotten_password_is_renewed_beside_the_running_service_and_signs_everybody_out()
    {
        await using var host = new WebHost();
        var runner = await host.RunnerAsync("forgetful");

        var (exitCode, output, error) = await RunAsync("admin", "reset-password", "forgetful@example.org", "--data", host.Folder);

        Assert.Equal((CommandLine.Done, ""), (exitCode, error));
        const string Said = "New password of forgetful@example.org: ";
        Assert.StartsWith(Said, output, StringComparison.Ordinal);
        Assert.True(await IsPasswordAsync(host, output[Said.Length..].Trim()));
        Assert.False(await IsPasswordAsync(host, "correct horse battery"));
        using var reply = await runner.Http.GetAsync("/uploads/status");
        Assert.NotEqual(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(
            (CommandLine.Refused, "No account has the address nobody@example.org."),
            Short(await RunAsync("admin", "reset-password", "nobody@example.org", "--data", host.Folder)));
    }

    [Fact]
    public async Task Ended_sign_ins_are_those_of_one_account_and_its_password_stays()
    {
        await using var host = new WebHost();
        var (runner, other) = (await host.RunnerAsync("forgetful"), await host.RunnerAsync("other"));

        Assert.Equal((CommandLine.Done, ""), Short(await RunAsync("admin", "end-sign-ins", "forgetful@example.org", "--data", host.Folder)));

        using var ended = await runner.Http.GetAsync("/uploads/status");
        using var stays = await other.Http.GetAsync("/uploads/status");
        Assert.NotEqual(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.True(await IsPasswordAsync(host, "correct horse battery"));
    }

    [Fact]
    public async Task A_folder_without_a_database_is_refused_and_not_made()
    {
        var (exitCode, _, error) = await RunAsync("admin", "list", "--data", Folder("none"));

        Assert.Equal(CommandLine.Misused, exitCode);
        Assert.StartsWith($"There is no database in {Folder("none")}.", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder("none")));
    }

    [Fact]
    public async Task Accounts_and_failed_work_are_looked_after()
    {
        await using var host = new WebHost();
        var owner = await host.RunnerAsync("first", isOwner: true);
        var runner = await host.RunnerAsync("second");
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);
        await DoneAsync(host);
        await host.AskAsync(async db =>
        {
            var upload = await db.Uploads.SingleAsync();
            upload.State = UploadState.Failed;
            db.Work.Add(new() { Kind = WorkKind.Import, Key = upload.Id, RunnerId = upload.RunnerId, Failed = true, Reason = "It was tried in vain." });
            return await db.SaveChangesAsync();
        });

        Assert.Contains("first@example.org  owner", (await RunAsync("admin", "list", "--data", host.Folder)).Output, StringComparison.Ordinal);
        Assert.Contains("It was tried in vain.", (await RunAsync("admin", "work", "--data", host.Folder)).Output, StringComparison.Ordinal);
        Assert.StartsWith("1 waiting again", (await RunAsync("admin", "retry", "--data", host.Folder)).Output, StringComparison.Ordinal);
        await DoneAsync(host);
        Assert.Equal(UploadState.Done, await host.AskAsync(db => db.Uploads.Select(row => row.State).SingleAsync()));

        Assert.Equal((CommandLine.Done, ""), Short(await RunAsync("admin", "owner", "second@example.org", "--data", host.Folder)));
        Assert.Equal("second@example.org", await host.AskAsync(db => db.Users.Where(row => row.IsOwner).Select(row => row.Email).SingleAsync()));
        Assert.Equal(0, await host.AskAsync(db => db.SignIns.CountAsync(row => row.RunnerId == owner.RunnerId)));
        Assert.StartsWith(
            "Password of third@example.org:",
            (await RunAsync("admin", "invite", "third@example.org", "--data", host.Folder)).Output,
            StringComparison.Ordinal);
        var link = await RunAsync("admin", "invite", "--data", host.Folder);
        Assert.StartsWith("http://localhost:5080/account/register/", link.Output, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.AccountLinks.CountAsync(row => row.Purpose == AccountLinkPurpose.Invitation)));
        Assert.StartsWith(
            "Password of fourth@example.org:",
            (await RunAsync("admin", "owner", "fourth@example.org", "--data", host.Folder)).Output,
            StringComparison.Ordinal);
        Assert.Equal("fourth@example.org", await host.AskAsync(db => db.Users.Where(row => row.IsOwner).Select(row => row.Email).SingleAsync()));
        Assert.Equal(CommandLine.Refused, (await RunAsync("admin", "end-sign-ins", "nobody@example.org", "--data", host.Folder)).Code);
    }

    private static async Task<bool> IsPasswordAsync(WebHost host, string password)
    {
        await using var scope = host.Services.OfAll();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Runner>>();
        return await users.CheckPasswordAsync((await users.FindByEmailAsync("forgetful@example.org"))!, password);
    }

    private static async Task FlipAsync(string folder, string hash)
    {
        var content = await File.ReadAllBytesAsync(Original(folder, hash));
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(Original(folder, hash), content);
    }

    private static string Original(string folder, string hash) =>
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "originals"), hash, SearchOption.AllDirectories));

    private static Task DoneAsync(WebHost host) => host.UntilAsync(async db => !await db.Work.AnyAsync());

    private static (int Code, string Error) Short((int Code, string Output, string Error) ran) => (ran.Code, ran.Error.Trim());

    private static WebHost On(string[] database, string folder)
    {
        var host = new WebHost(folder);
        for (var i = 0; i < database.Length; i += 2)
        {
            host.With(database[i][2..], database[i + 1]);
        }

        return host;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Folder(string name) => Path.Combine(scratch.Path, name);

    private async Task<string[]> DatabaseAsync(string provider) =>
        provider == "Sqlite" ? [] : ["--Database:Provider", provider, "--Database:ConnectionString", await shared.NewDatabaseAsync()];
}
