using System.Net;
using System.Text.RegularExpressions;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Features.Admin;

/// <summary>The owner's page of the installation, and the engine's dashboard.</summary>
public sealed partial class ServerTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task The_owner_sees_failed_work_with_its_reason_and_has_it_tried_again()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var runner = await host.RunnerAsync("runner");
        await FailedAsync(runner);

        var page = await owner.ReadAsync("/admin");
        Assert.Contains("It was tried in vain.", page, StringComparison.Ordinal);
        var row = await host.AskAsync(db => db.Work.SingleAsync(work => work.Failed));
        using var strange = await runner.SubmitAsync("/admin/retry", ("kind", row.Kind), ("key", row.Key.ToString()));
        using var again = await owner.SubmitAsync("/admin/retry", ("kind", row.Kind), ("key", row.Key.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        Assert.True(again.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NoContent);
        await host.UntilAsync(db => db.Uploads.AllAsync(upload => upload.State == UploadState.Done));
    }

    [Fact]
    public async Task A_runner_has_a_file_tried_again_that_failed_on_our_side()
    {
        var runner = await host.RunnerAsync("runner");
        var other = await host.RunnerAsync("other");
        var id = await FailedAsync(runner);

        Assert.Contains("action=\"/uploads/retry\"", await runner.ReadAsync("/uploads"), StringComparison.Ordinal);
        using var strange = await other.SubmitAsync("/uploads/retry", ("upload", id.ToString()));
        using var again = await runner.SubmitAsync("/uploads/retry", ("upload", id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        Assert.True(again.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Accepted);
        await host.UntilAsync(db => db.Uploads.AllAsync(upload => upload.State == UploadState.Done));
    }

    [Fact]
    public async Task The_last_audit_is_on_the_page()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        Assert.Contains("None yet.", await owner.ReadAsync("/admin"), StringComparison.Ordinal);
        await using (var scope = host.Services.OfAll())
        {
            var auditing = scope.ServiceProvider.GetRequiredService<Auditing>();
            var report = await auditing.RunAsync(sample: null, progress: null, TestContext.Current.CancellationToken);
            await auditing.KeepAsync(
                report with { Faults = [new(AuditFaultKind.OriginalDamaged, owner.RunnerId, null, "A bit was flipped.")] },
                TestContext.Current.CancellationToken);
        }

        Assert.Contains("A bit was flipped.", await owner.ReadAsync("/admin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/jobs")]
    [InlineData("/admin/jobs/")]
    [InlineData("/admin/jobs/recurring")]
    [InlineData("/admin/jobs/stats")]
    public async Task AZ_12_The_dashboard_of_jobs_is_there_for_the_owner_alone(string address)
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var other = await host.RunnerAsync("other");
        using var stranger = host.CreateClient(new() { AllowAutoRedirect = false });

        using var theirs = await other.Http.GetAsync(address);
        using var nobodys = await stranger.GetAsync(address);
        using var own = address.EndsWith("stats", StringComparison.Ordinal)
            ? await owner.SubmitAsync(address, ("metrics[]", "enqueued:count-or-null"))
            : await owner.Http.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (theirs.StatusCode, nobodys.StatusCode, own.StatusCode));
    }

    [Fact]
    public async Task What_the_dashboard_changes_wants_the_sites_token()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        using var bare = new HttpRequestMessage(HttpMethod.Post, "/admin/jobs/recurring/trigger")
        {
            Content = new FormUrlEncodedContent([new("jobs[]", "look-each-hour")]),
        };

        using var without = await owner.Http.SendAsync(bare);
        using var with = await owner.SubmitAsync("/admin/jobs/recurring/trigger", ("jobs[]", "look-each-hour"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NoContent), (without.StatusCode, with.StatusCode));
    }

    [Fact]
    public async Task The_dashboard_keeps_a_policy_of_its_own_and_carries_no_script_in_a_page()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        foreach (var address in new[] { "/admin/jobs", "/admin/jobs/recurring", "/admin/jobs/jobs/enqueued", "/admin/jobs/servers", "/admin/jobs/retries" })
        {
            using var reply = await owner.Http.GetAsync(address);
            var page = await reply.Content.ReadAsStringAsync();

            Assert.Contains(
                "script-src 'self'; style-src 'self' 'unsafe-inline'", reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotMatch(InlineScript(), page);
        }

        using var site = await owner.Http.GetAsync("/admin");
        Assert.DoesNotContain("unsafe-inline", site.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<Guid> FailedAsync(RunnerClient runner)
    {
        await runner.UploadAndFinishAsync(("a.fit", MadeRun.Fit(MadeRun.Monday)));
        await host.UntilAsync(async db => !await db.Work.AnyAsync());
        return await host.AskAsync(async db =>
        {
            var upload = await db.Uploads.SingleAsync();
            upload.State = UploadState.Failed;
            db.Work.Add(new() { Kind = WorkKind.Import, Key = upload.Id, RunnerId = upload.RunnerId, Failed = true, Reason = "It was tried in vain." });
            await db.SaveChangesAsync();
            return upload.Id;
        });
    }

    [GeneratedRegex("<script(?![^>]*src=)|\\son[a-z]+=\"", RegexOptions.None, 1000)]
    private static partial Regex InlineScript();
}
