using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using System.Text.RegularExpressions;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>What only a real server on a real disk shows.</summary>
public sealed class RealServerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-real-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task UP_20_Ten_gigabytes_are_refused_before_they_are_sent()
    {
        var runner = await RunnerAsync();
        using var service = await ServiceProcess.StartAsync(folder);
        using var connection = new TcpClient();
        await connection.ConnectAsync(service.Address.Host, service.Address.Port);
        var head = $"POST /uploads HTTP/1.1\r\nHost: {service.Address.Authority}\r\nCookie: {runner.Cookies}\r\nRequestVerificationToken: {runner.Token}\r\n"
            + "Accept: application/json\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 10000000000\r\n\r\n";

        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(connection.GetStream());
        var status = await reader.ReadLineAsync();

        Assert.Equal("HTTP/1.1 413 Payload Too Large", status);
    }

    [Fact]
    public async Task DO_05_A_password_of_a_megabyte_is_refused_unread()
    {
        using var service = await ServiceProcess.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = service.Address };
        var token = Regex.Match(await client.GetStringAsync("/account/signin"), "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        foreach (var (address, length) in new[] { ("/account/signin", 200), ("/account/signin", 1_000_000), ("/account/register", 1_000_000) })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Mail", "a@example.org"), new("Input.Password", new string('x', length))]);

            using var reply = await client.PostAsync(address, form);

            Assert.Equal(length > 1000, reply.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Fact]
    public async Task AU_13_Behind_a_proxy_each_runner_is_counted_apart()
    {
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
        await using var host = new WebHost(folder);
        return await host.RunnerAsync("a");
    }
}
