using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Bytes as no browser sends them, to the service as it listens.</summary>
public sealed class FromOutsideTests(ListeningService service) : IClassFixture<ListeningService>
{
    private const int Slow = 100;
    private readonly string host = service.Address.Authority;

    [Theory]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: {host}\r\nX-Folded: a\r\n b\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost : {host}\r\n\r\n")]
    [InlineData("GET http://evil.example/healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData(
        "POST /account/signin HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: "
            + "chunked\r\n\r\n3;a\n=b\r\nabc\r\n0\r\n\r\n")]
    [InlineData("POST /mail/unsubscribe/x HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")]
    public async Task UP_19_WEB_14_What_can_be_read_in_two_ways_is_refused_and_its_connection_ends(string request)
    {
        var reply = await SendAsync(request);

        Assert.StartsWith("HTTP/1.1 400", reply, StringComparison.Ordinal);
        Assert.Equal(1, reply.Split("HTTP/1.1 ").Length - 1);
    }

    [Fact]
    public async Task UP_19_WEB_14_A_body_that_is_shorter_than_stated_hides_no_second_request()
    {
        var both = await SendAsync(
            "POST /mail/unsubscribe/x HTTP/1.1\r\nHost: {host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz "
                + "HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        var cut = await SendAsync(
            "POST /mail/unsubscribe/x HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nabc",
            isCut: true);

        Assert.DoesNotContain("Healthy", both, StringComparison.Ordinal);
        Assert.DoesNotContain(" 200 ", cut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dist/..%2f..%2fkneeload.db")]
    [InlineData("/dist/..%5c..%5cappsettings.json")]
    [InlineData("/dist/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/uploads/..%2f..%2fkneeload.db")]
    [InlineData("/uploads/%2fetc%2fpasswd/original")]
    [InlineData("/dist/styles.css%00.js")]
    [InlineData("/dist/....//....//appsettings.json")]
    public async Task UP_18_No_path_leads_out_of_what_is_served(string path)
    {
        var reply = await SendAsync($"GET {path} HTTP/1.1\r\nHost: {{host}}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (302|400|401|404) ", reply);
        Assert.DoesNotContain("root:", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("LogLevel", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WEB_08_WEB_13_No_other_site_may_read_a_reply_and_no_forwarded_name_comes_back()
    {
        foreach (var header in new[]
        {
            "Origin: https://evil.example", "Origin: null", $"Origin: http://{host}.evil.example", "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https", "X-Forwarded-Prefix: /evil.example", "Forwarded: host=evil.example"
        })
        {
            var reply = await SendAsync($"GET /runs HTTP/1.1\r\nHost: {{host}}\r\nAccept: text/html\r\n{header}\r\nConnection: close\r\n\r\n");

            Assert.StartsWith("HTTP/1.1 302", reply, StringComparison.Ordinal);
            Assert.DoesNotContain("evil.example", reply, StringComparison.Ordinal);
            Assert.DoesNotContain("Access-Control-Allow-Origin", reply, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task DO_07_A_flood_of_headers_and_another_protocol_are_refused()
    {
        var headers = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"X-{i}: {i}\r\n"));

        var flooded = await SendAsync($"GET /healthz HTTP/1.1\r\nHost: {{host}}\r\n{headers}\r\n");
        var other = await SendAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        var after = await SendAsync("GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431", flooded, StringComparison.Ordinal);
        Assert.DoesNotContain(" 200 ", other, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DO_01_Whoever_sends_without_end_holds_nobody_up_and_is_cut_off()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Slow; i++)
            {
                var head = i % 2 == 0
                    ? "GET / HTTP/1.1\r\nX-Slow: "
                    : $"POST /mail/unsubscribe/x HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na";
                slow.Add(await ConnectAsync());
                await slow[^1].GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
            }

            using var others = new HttpClient { BaseAddress = service.Address };
            using var page = await others.GetAsync("/account/signin");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);

            if (LongRun.IsAsked)
            {
                using var deadline = new CancellationTokenSource(Patience.Bound);
                await Task.WhenAll(slow.Select(one => new StreamReader(one.GetStream()).ReadToEndAsync(deadline.Token)));
            }
        }
        finally
        {
            slow.ForEach(one => one.Dispose());
        }
    }

    [Fact]
    public async Task UP_20_Ten_gigabytes_are_refused_before_they_are_sent()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(service.Address.Host, service.Address.Port);
        var head =
            $"POST /uploads HTTP/1.1\r\nHost: {service.Address.Authority}\r\nCookie: {service.Runner.Cookies}\r\nRequestVerificationToken: "
            + $"{service.Runner.Token}\r\n"
                + "Accept: application/json\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 10000000000\r\n\r\n";

        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(connection.GetStream());
        var status = await reader.ReadLineAsync();

        Assert.Equal("HTTP/1.1 413 Payload Too Large", status);
    }

    [Fact]
    public async Task DO_05_A_password_of_a_megabyte_is_refused_unread()
    {
        // The client sends no body before it is asked for one: a server that refuses has read nothing, and breaks no pipe.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Patience.Bound }) { BaseAddress = service.Address };
        client.DefaultRequestHeaders.ExpectContinue = true;
        var token = Regex.Match(
            await client.GetStringAsync("/account/signin"),
            "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)).Groups[1].Value;
        foreach (var (address, length) in new[] { ("/account/signin", 200), ("/account/signin", 1_000_000), ("/account/register", 1_000_000) })
        {
            using var form = new FormUrlEncodedContent([
                new("__RequestVerificationToken", token), new("Input.Mail", "a@example.org"), new("Input.Password", new string('x', length)),
            ]);

            using var reply = await client.PostAsync(address, form);

            Assert.Equal(length > 1000, reply.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge);
        }
    }

    private async Task<string> SendAsync(string request, bool isCut = false)
    {
        using var connection = await ConnectAsync();
        try
        {
            var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request.Replace("{host}", host, StringComparison.Ordinal)));
            if (isCut)
            {
                connection.Client.Shutdown(SocketShutdown.Send);
            }

            using var deadline = new CancellationTokenSource(Patience.Bound);
            return await new StreamReader(stream).ReadToEndAsync(deadline.Token);
        }
        catch (IOException)
        {
            // Cut off before the reply was read.
            return "";
        }
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(service.Address.Host, service.Address.Port);
        return connection;
    }
}

/// <summary>The service as a process, listening on a port of its own, for all facts of a class.</summary>
public sealed class ListeningService : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private ServiceProcess? process;

    public Uri Address => process!.Address;

    /// <summary>A runner who is signed in there.</summary>
    internal RunnerClient Runner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        MigratedFolder.CopyTo(folder.Path);
        await using (var host = new WebHost(folder.Path))
        {
            Runner = await host.RunnerAsync("a");
        }

        process = await ServiceProcess.StartAsync(folder.Path);
    }

    public ValueTask DisposeAsync()
    {
        process?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
