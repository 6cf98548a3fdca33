using NodaTime.Testing;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Storage;

/// <summary>The limit on the bytes that a runner may store.</summary>
public sealed class QuotaTests(NarrowService service) : IClassFixture<NarrowService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task DO_03_What_no_longer_fits_is_refused_with_the_reason_and_others_go_on()
    {
        var full = await host.RunnerAsync("full");
        var other = await host.RunnerAsync("other");
        await full.UploadAsync(("half.fit", Bytes(1, 120)));

        using var refused = await full.SendAsync(("second.fit", Bytes(2, 120)));
        using var small = await full.SendAsync(("small.fit", Bytes(3, 20)));
        using var taken = await other.SendAsync(("half.fit", Bytes(1, 120)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains(
            "each runner may store 200 kB",
            PlainPages.Plain((await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!),
            StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (small.StatusCode, taken.StatusCode));
        Assert.Equal(2, await host.AskAsync(db => db.Uploads.CountAsync(upload => upload.RunnerId == full.RunnerId)));
    }

    [Fact]
    public async Task DO_03_A_full_runner_is_refused_before_a_byte_of_the_body_is_read()
    {
        var full = await host.RunnerAsync("full");
        await full.UploadAsync(("most.fit", Bytes(1, 190)));
        // A body that never comes: an answer that waited for it would not come either.
        using var never = new StreamContent(new NeverStream());
        never.Headers.ContentLength = 50 * 1000;
        never.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var refused = await full.PostAsync("/uploads", never).WaitAsync(Patience.Bound);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task DO_03_Files_that_come_at_once_do_not_pass_the_limit_together()
    {
        var runner = await host.RunnerAsync("a");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => runner.SendAsync(($"{i}.fit", Bytes(i, 60)))));

        Assert.InRange(await host.AskAsync(db => db.Uploads.SumAsync(upload => upload.Bytes)), 60 * 1000, 200 * 1000);
    }

    [Fact]
    public async Task The_same_bytes_count_once_and_what_is_undone_no_more()
    {
        var runner = await host.RunnerAsync("a");
        var first = await runner.UploadAsync(("one.fit", Bytes(1, 90)));
        var second = await runner.UploadAsync(("again.fit", Bytes(1, 90)));
        Assert.Contains("90.0 kB of 200 kB used", await runner.ReadAsync("/uploads"), StringComparison.Ordinal);

        using var undone = await runner.UndoAsync(first);
        using var too = await runner.UndoAsync(second);

        Assert.Contains("0 bytes of 200 kB used", await runner.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    private static byte[] Bytes(int seed, int kilobytes)
    {
        var bytes = new byte[kilobytes * 1000];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private sealed class NeverStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.Infinite, cancellationToken);
    }
}

/// <summary>A running service with little room for each runner.</summary>
public sealed class NarrowService : RunningService
{
    public NarrowService() => Host.With("Quota:Gigabytes", "0.0002");
}
