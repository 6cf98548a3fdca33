using NodaTime.Testing;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Exports;

/// <summary>"Take everything with you": what the zip holds, and that it holds all.</summary>
public sealed class ExportTests(RunningService service) : IClassFixture<RunningService>
{
    /// <summary>Columns of the database that no export holds, each with its reason.</summary>
    private static readonly string[] LeftOut =
    [
        // The framework's own: other spellings of the address, stamps against lost updates, what nobody uses here, and the secret itself.
        "Runner.UserName", "Runner.NormalizedUserName", "Runner.NormalizedEmail", "Runner.SecurityStamp", "Runner.ConcurrencyStamp", "Runner.PasswordHash",
        "Runner.PhoneNumber", "Runner.PhoneNumberConfirmed", "Runner.TwoFactorEnabled", "Runner.LockoutEnabled",
        // Packed: in the files of the folder traces. The cells are sums of the same columns.
        "Run.Traces", "Run.Ground", "Run.Cells",
        // Which state of the map it was matched with: a key that means nothing elsewhere.
        "Run.MapId", "Upload.MapId",
        // The mail as it looked; the text says the same.
        "WeeklyMail.HtmlBody",
        // Hashes of secrets, and the framework's ticket.
        "MailToken.TokenHash", "SignIn.KeyHash", "SignIn.Ticket", "AccountLink.TokenHash", "ApiToken.TokenHash", "Letter.Token",
        // Keys that nothing else names.
        "AccountLink.Id", "ApiToken.Id", "Letter.Id", "TrailEntry.Id",
        // What a week repeats of its runs, and what an assessment is packed against.
        "Week.Runs", "ShownAssessment.BaseHash",
        // How the machine goes about it.
        "WorkItem.Rank", "WorkItem.HandedOver", "WorkItem.Claim", "WorkItem.Owner", "WorkItem.Until", "WorkItem.Deaths", "WorkItem.Alone", "WorkItem.Progress",
    ];

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task PR_08_An_export_holds_the_originals_byte_for_byte_and_every_table_as_json_and_csv()
    {
        var runner = await host.RunnerWithHistoryAsync();
        await runner.ReadAsync("/");
        var before = await host.AskAsync(db => db.Uploads.Select(upload => new { upload.FileName, upload.ContentHash }).ToListAsync());

        using var export = await Exported.OfAsync(runner);

        Assert.Equal("kneeload-export.json", export.Names[0]);
        Assert.All(ExportTables.All, table =>
        {
            Assert.Contains($"{table.Name}.json", export.Names);
            Assert.Equal(table.Columns.Where(column => !ExportDocument.IsDocument(table, column)).Select(column => column.Name), export.CsvHead(table.Name));
        });
        var uploads = export.Table("uploads");
        Assert.Equal(before.Count, uploads.Length);
        Assert.All(uploads, upload =>
        {
            var content = export.Bytes(upload.GetProperty("path").GetString()!);
            Assert.Equal(upload.GetProperty("contentHash").GetString(), Convert.ToHexStringLower(SHA256.HashData(content)));
            Assert.Contains(MadeHistory.Files, file => file.Name == upload.GetProperty("fileName").GetString() && file.Content.AsSpan().SequenceEqual(content));
        });
        var runs = export.Table("runs");
        Assert.Equal(await host.AskAsync(db => db.Runs.CountAsync()), runs.Length);
        Assert.All(runs, run => Assert.True(run.GetProperty("metrics").TryGetProperty("localDate", out _)));
        Assert.All(runs, run => Assert.Contains($"traces/{run.GetProperty("id").GetString()}.json", export.Names));
        Assert.NotEmpty(export.Table("assessments"));
        Assert.NotEmpty(export.Table("weeks"));
        Assert.Single(export.Table("sign-ins"));
        Assert.Single(export.Table("account"));
    }

    [Fact]
    public void PR_08_Everything_that_is_kept_of_a_runner_is_in_an_export()
    {
        using var scope = host.Services.OfAll();
        var model = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().Model;
        var kept = model.GetEntityTypes().Where(type => type.ClrType == typeof(Runner) || type.FindProperty("RunnerId") is not null)
            .SelectMany(type => type.GetProperties().Select(property => $"{type.ClrType.Name}.{property.Name}"))
            .Where(name => !name.EndsWith(".RunnerId", StringComparison.Ordinal));
        var exported = ExportTables.All
            .SelectMany(table => table.Columns.Select(column => $"{table.Entity.Name}.{char.ToUpperInvariant(column.Name[0])}{column.Name[1..]}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(kept, name => !exported.Contains(name) && !LeftOut.Contains(name));
        Assert.DoesNotContain(LeftOut, exported.Contains);
    }

    [Fact]
    public void The_document_says_what_each_file_and_column_is()
    {
        var text = ExportDocument.Write(Language.English);

        Assert.Equal(Approved.Text("docs/export.md", text), text);
    }

    [Fact]
    public async Task PR_08_An_export_asks_for_the_password_and_is_kept_by_no_cache()
    {
        var runner = await host.RunnerAsync("a");

        using var wrong = await runner.SubmitAsync("/your-data?handler=export", ("password", "not this one"));
        using var right = await runner.SubmitAsync("/your-data?handler=export", ("password", Exported.Password));
        using var unguarded = await runner.Http.PostAsync("/your-data?handler=export", new FormUrlEncodedContent([new("password", Exported.Password)]));

        Assert.Equal("text/html", wrong.Content.Headers.ContentType?.MediaType);
        Assert.Contains("This is not your password.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/zip", right.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store, private", right.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, unguarded.StatusCode);
    }

    [Fact]
    public async Task PR_08_An_export_holds_nothing_of_another_runner()
    {
        var other = await host.RunnerAsync("other");
        await other.UploadAndFinishAsync(("of-another.fit", MadeHistory.Files[0].Content));
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files[1]);

        using var export = await Exported.OfAsync(runner);

        Assert.DoesNotContain(export.Names, name => Encoding.UTF8.GetString(export.Bytes(name)).Contains("of-another", StringComparison.Ordinal)
            || Encoding.UTF8.GetString(export.Bytes(name)).Contains(other.RunnerId.ToString(), StringComparison.Ordinal));
        Assert.Single(export.Table("uploads"));
    }

    [Fact]
    public async Task PR_08_An_export_names_each_file_of_an_archive_that_no_activity_came_of()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("a.zip", Zip.Of([MadeHistory.Files[0], ("notes.txt", "hello"u8.ToArray()), ("broken.fit", [14, 16, 0, 0])])));

        using var export = await Exported.OfAsync(runner);

        Assert.Equal(
            [(1, "a.zip!/notes.txt", "leftAside"), (2, "a.zip!/broken.fit", "leftAside")],
            export.Table("runless-files").Select(row => (
                row.GetProperty("number").GetInt32(), row.GetProperty("name").GetString(), row.GetProperty("state").GetString())));
        Assert.All(export.Table("runless-files"), row => Assert.NotEqual("", row.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Without_consent_an_export_holds_the_files_and_no_health_table()
    {
        var runner = await host.RunnerAsync("a", storing: false);
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);

        using var export = await Exported.OfAsync(runner);

        Assert.Equal(
            ["account", "consents", "uploads", "links", "sign-ins", "tokens", "account-links", "trail", "letters", "work"],
            export.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension));
        Assert.Equal(MadeHistory.Files[0].Content, export.Bytes(export.Table("uploads")[0].GetProperty("path").GetString()!));
        Assert.DoesNotContain(export.Names, name => name.StartsWith("traces/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run.fit", "run.fit")]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("CON.fit", "_CON.fit")]
    [InlineData("a:b|c?.gpx", "a_b_c_.gpx")]
    [InlineData("dots...", "dots")]
    [InlineData("", "unnamed")]
    public void UP_17_Names_in_the_zip_are_taken_by_every_system(string name, string safe) => Assert.Equal(safe, ExportNames.Safe(name));

    [Fact]
    public void WEB_04_No_cell_of_a_csv_is_a_formula() =>
        Assert.Equal("'=1+1,'@x,\"'-2,3\",-2,\"a \"\"b\"\"\"\r\n", ExportText.CsvLine(["=1+1", "@x", "-2,3", -2, "a \"b\""]));
}
