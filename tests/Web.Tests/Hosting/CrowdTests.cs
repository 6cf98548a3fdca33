using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Many readers of the largest run that is accepted, and another runner beside them. It measures; what it finds depends on the machine.</summary>
public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int Points = 1_000_000;
    private const int Readers = 16;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);
    private static readonly Instant Start = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(20);

    [Fact]
    public async Task DO_08_Sixteen_readers_of_the_largest_run_hold_nobody_up_and_leave_no_memory_behind()
    {
        Assert.SkipUnless(LongRun.IsAsked, "It reads for half a minute and rests for a minute: ./test.sh --long.");
        using var folder = new ScratchFolder();
        RunnerClient reader;
        RunnerClient other;
        await using (var host = new WebHost(folder.Path))
        {
            reader = await host.ConsentingRunnerAsync("reader");
            other = await host.ConsentingRunnerAsync("other");
        }

        using var service = await ServiceProcess.StartAsync(folder.Path);
        await other.At(service.Address)
            .UploadAndFinishAsync([.. Enumerable.Range(0, 20).Select(day => ($"{day}.fit", MadeRun.Fit(Start + Duration.FromDays(day))))]);
        var atRest = await QuietAsync(other.At(service.Address));
        var before = service.Megabytes;
        var line = Assert.Single(await reader.At(service.Address).UploadAndFinishAsync(("large.gpx", Gpx())));
        var run = line.GetProperty("runs")[0].GetProperty("id").GetGuid();
        var imported = service.Megabytes;

        var peak = 0L;
        var crowd = new List<double>();
        var sizes = new Dictionary<string, long>();
        using var end = new CancellationTokenSource(Reading);
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            using var http = reader.At(service.Address).Http;
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                var address = $"/runs/{run}{(i % 3) switch { 0 => "", 1 => "?handler=traces", _ => "?handler=ground" }}";
                using var reply = await http.GetAsync(address);
                var content = await reply.Content.ReadAsByteArrayAsync();
                Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
                Assert.InRange(content.Length, 1, 300_000);
                lock (sizes)
                {
                    sizes[address] = content.Length;
                }
            }
        })).ToList();
        var asking = other.At(service.Address);
        while (!end.IsCancellationRequested)
        {
            crowd.Add(await AskAsync(asking));
            peak = Math.Max(peak, service.Megabytes);
            await Task.Delay(50);
        }

        await Task.WhenAll(readers);
        await Task.Delay(Rest);
        var after = service.Megabytes;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"another runner's page alone: {Told(atRest)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"beside {Readers} readers:      {Told(crowd)}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"memory: {before} MB before, {imported} MB after the import, {peak} MB at most beside the readers, {after} MB after {Rest.TotalSeconds} "
                + $"s of rest"));
        output.WriteLine($"bytes: {string.Join(", ", sizes.Select(size => $"{size.Key[42..]} {size.Value}"))}");
    }

    private static async Task<List<double>> QuietAsync(RunnerClient runner)
    {
        var times = new List<double>();
        for (var i = 0; i < 50; i++)
        {
            times.Add(await AskAsync(runner));
        }

        return times;
    }

    private static async Task<double> AskAsync(RunnerClient runner)
    {
        var begun = Stopwatch.GetTimestamp();
        using var reply = await runner.Http.GetAsync("/runs");
        await reply.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static string Told(List<double> times)
    {
        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {times[times.Count / 2]:0} ms, p95 {times[times.Count * 95 / 100]:0} ms, most {times[^1]:0} ms, n {times.Count}");
    }

    // A hundred points a second along a circle, as no watch writes them.
    private static byte[] Gpx()
    {
        var text = new StringBuilder("<gpx version=\"1.1\" creator=\"test\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><type>running</type><trkseg>");
        for (var i = 0; i < Points; i++)
        {
            var angle = i * 1e-5;
            text.Append(
                CultureInfo.InvariantCulture,
                $"<trkpt lat=\"{47 + (0.02 * Math.Sin(angle)):0.0000000}\" "
                    + $"lon=\"{8 + (0.02 * Math.Cos(angle)):0.0000000}\">"
                    + $"<time>{(Start + Duration.FromMilliseconds(10L * i)).ToDateTimeUtc():yyyy-MM-ddTHH:mm:ss.fffZ}</time></trkpt>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</trkseg></trk></gpx>").ToString());
    }
}
