using System.Net;
using System.Runtime.Versioning;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Facts that only a real server on a real disk shows.</summary>
public sealed class RealServerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-real-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AU_13_Behind_a_proxy_each_runner_is_counted_apart()
    {
        MigratedFolder.CopyTo(folder);
        using var service = await ServiceProcess.StartAsync(folder, settings: ["--PublicUrl", "https://knees.example.org"]);
        using var proxy = new HttpClient { BaseAddress = service.Address };

        var guesser = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => SignInAsync(proxy, "203.0.113.1")));
        var other = await SignInAsync(proxy, "203.0.113.2");

        Assert.Contains(HttpStatusCode.TooManyRequests, guesser);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, other);
    }

    [Fact]
    public async Task RE_06_A_full_disk_is_said_and_loses_nothing_and_space_heals_it()
    {
        Assert.SkipUnless(SmallDisk.IsPossible, SmallDisk.ImpossibleReason);
        var runner = await RunnerAsync();
        var stored = MadeRun.Fit(MadeRun.Monday);
        using var service = await ServiceProcess.StartAsync(folder, diskMegabytes: 24);
        var client = runner.At(service.Address);
        await client.UploadAndFinishAsync(("stored.fit", stored));

        using var refused = await client.SendAsync(("large.fit", new byte[40 << 20]));
        var after = await client.UploadAndFinishAsync(("small.fit", MadeRun.Fit(MadeRun.Monday, minutes: 2, speed: 2.5)));

        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal("done", Assert.Single(after).GetProperty("state").GetString());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_is_written_into_an_open_folder_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        using (var service = await ServiceProcess.StartAsync(folder))
        {
            await service.StopAsync();
        }

        var files = Directory.GetFiles(folder, "kneeload.*");

        Assert.Equal(["kneeload.db", "kneeload.id", "kneeload.key", "kneeload.lock"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient proxy, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/signin") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Host = "knees.example.org";
        request.Headers.Add("X-Forwarded-For", from);
        using var reply = await proxy.SendAsync(request);
        return reply.StatusCode;
    }

    private async Task<RunnerClient> RunnerAsync()
    {
        MigratedFolder.CopyTo(folder);
        await using var host = new WebHost(folder);
        return await host.RunnerAsync("a");
    }
}
