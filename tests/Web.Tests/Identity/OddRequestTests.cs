using NodaTime.Testing;
using System.Net;
using System.Text;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Identity;

/// <summary>Requests of a signed-in runner that ask for more than a page offers.</summary>
public sealed class OddRequestTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Script = "<script>alert(1)</script>";
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task AZ_08_AZ_10_No_header_no_spelling_and_no_second_parameter_opens_another_runners_run()
    {
        await host.RunnerWithHistoryAsync();
        var run = await host.AskAsync(db => db.Runs.Select(row => row.Id).FirstAsync());
        var other = await host.ConsentingRunnerAsync("b");
        var spellings = new[]
        {
            $"/runs/{run}", $"/RUNS/{run}", $"/runs/{run}/", $"/runs/{run}.", $"/runs//{run}", $"//runs/{run}", $"/runs/{run};x", $"/runs/./{run}",
            $"/runs/{run}?id={run}&id={Guid.NewGuid()}",
            $"/runs/{run}?runnerId={Guid.NewGuid()}&runnerId={Guid.NewGuid()}", $"/runs/{run}?handler=traces&handler=ground", $"/runs/{run:n}",
            $"/runs/%7B{run}%7D",
        };
        foreach (var (header, value) in new[]
        {
            ("X-Original-URL", $"/runs/{run}"), ("X-Rewrite-URL", $"/runs/{run}"), ("X-HTTP-Method-Override", "POST"),
            ("X-Forwarded-User", "a@example.org"), ("Remote-User", "a@example.org"), ("X-Any", "")
        })
        {
            foreach (var spelling in spellings)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, spelling);
                request.Headers.TryAddWithoutValidation(header, value);
                using var reply = await other.Http.SendAsync(request);
                Assert.True(reply.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{header} {spelling}: {reply.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task WEB_10_WEB_11_DO_08_Odd_and_endless_parameters_are_a_value_or_an_error()
    {
        var runner = await host.RunnerWithHistoryAsync();
        var run = await host.AskAsync(db => db.Runs.Select(row => row.Id).FirstAsync());
        var odd = new[]
        {
            "'; DROP TABLE Runs; --", "1 OR 1=1", "1e400", "-9223372036854775809", "NaN", "%", "9999-99-99", "0001-01-01", new string('9', 7_000),
            new string('(', 7_000) + "+", "\u202e", "1,000", "\u0661"
        };
        foreach (var value in odd.Select(Uri.EscapeDataString))
        {
            foreach (var address in new[]
            {
                $"/runs?p={value}", $"/?planned={value}", $"/runs/{run}?way={value}", $"/score/{value}.json", $"/uploads?batch={value}",
                $"/uploads/status?batch={value}", $"/runs?told={value}", $"/diary/{value}"
            })
            {
                using var reply = await runner.Http.GetAsync(address);
                Assert.True(
                    reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.RequestUriTooLong,
                    $"{address[..Math.Min(80, address.Length)]}: {reply.StatusCode}");
                Assert.InRange((await reply.Content.ReadAsByteArrayAsync()).Length, 0, 300_000);
            }
        }

        Assert.Equal(16, await host.AskAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task WEB_01_Text_of_a_file_and_its_name_is_text_on_every_page()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var gpx = Encoding.UTF8.GetString(MadeRun.Gpx(MadeHistory.Now - NodaTime.Duration.FromDays(1)));
        var named = gpx.Replace(
            "<trk>",
            $"<trk><name>{WebUtility.HtmlEncode(Script)}</name><cmt>\"&gt;&lt;img src=x onerror=alert(1)&gt;</cmt><desc>{{{{7*7}}}}</desc><link "
                + $"href=\"javascript:alert(1)\"/><type>{WebUtility.HtmlEncode(Script)}</type>",
            StringComparison.Ordinal);
        await runner.UploadAndFinishAsync(("<img src=x onerror=alert(1)>.gpx", Encoding.UTF8.GetBytes(named)), (Script + ".gpx", "no gpx"u8.ToArray()));

        var pages = await Crawl.PagesAsync(runner.Http, "/", "/runs", "/uploads", "/diary", "/settings");

        Assert.True(pages.Count > 6);
        Assert.All(pages, page => Assert.DoesNotContain(Script, page.Value, StringComparison.OrdinalIgnoreCase));
        Assert.All(pages, page => Assert.DoesNotContain("<img src=x", page.Value, StringComparison.OrdinalIgnoreCase));
        Assert.All(pages, page => Assert.DoesNotContain("href=\"javascript:", page.Value, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(pages, page => page.Value.Contains("&lt;img src=x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AR_09_The_same_archive_twice_at_once_counts_each_run_once()
    {
        var runner = await host.ConsentingRunnerAsync("a");
        var archive = Zip.Of([.. MadeHistory.Files.Take(6)]);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => runner.UploadAndFinishAsync(("x.zip", archive))));

        Assert.Equal(6, await host.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null)));
    }

    [Fact]
    public async Task DO_05_An_endless_password_is_refused_before_it_is_hashed()
    {
        using var stranger = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var reply = await stranger.PostAsync(
            "/account/signin", new FormUrlEncodedContent([new("Input.Email", "a@example.org"), new("Input.Password", new string('x', 1_100_000))]));

        Assert.True(reply.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{reply.StatusCode}");
    }
}
