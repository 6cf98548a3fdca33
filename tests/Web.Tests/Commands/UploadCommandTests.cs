using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Commands.Sending;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The verb <c>upload</c>: files go over the API, once each, however often the connection is cut.</summary>
public sealed class UploadCommandTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly Uri Service = new("http://localhost/");
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task A_file_is_sent_through_cuts_and_what_has_come_is_not_sent_again()
    {
        using var scratch = new ScratchFolder();
        await File.WriteAllBytesAsync(scratch["run.fit"], MadeRun.Fit(MadeRun.Monday));
        // An archive of more than one piece.
        await File.WriteAllBytesAsync(scratch["all.zip"], [.. "PK\u0003\u0004"u8, .. new byte[17 << 20]]);
        var token = await TokenAsync(TokenScopes.Upload);
        using var line = new CutLine(host.Server.CreateHandler());
        using var sender = new TusSender(Service, token, line);
        await sender.GreetAsync(TestContext.Current.CancellationToken);

        Assert.Equal("received", await SendAsync("run.fit"));
        line.Cuts = 2;
        Assert.Equal("received", await SendAsync("all.zip"));
        var sent = line.Bytes;
        Assert.Equal("received", await SendAsync("all.zip"));
        File.Copy(scratch["run.fit"], scratch["copy.fit"]);
        Assert.Equal("duplicate", await SendAsync("copy.fit"));

        Assert.InRange(line.Bytes - sent, 0, 1 << 20);
        Assert.Equal(3, await host.AskAsync(db => db.Uploads.CountAsync()));
        Task<string> SendAsync(string name) => sender.SendAsync(scratch[name], Guid.NewGuid(), _ => { }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_token_that_is_unknown_or_may_not_upload_and_a_file_that_is_too_large_get_a_sentence()
    {
        using var scratch = new ScratchFolder();
        await using (var large = File.Create(scratch["large.fit"]))
        {
            large.SetLength(101L << 20);
        }

        Assert.Contains("does not know this token", await GreetedAsync("nobody"), StringComparison.Ordinal);
        Assert.Contains("may not upload", await GreetedAsync(await TokenAsync(TokenScopes.Read)), StringComparison.Ordinal);
        using var sender = new TusSender(Service, await TokenAsync(TokenScopes.Upload, "b"), host.Server.CreateHandler());
        var refused = await Assert.ThrowsAsync<FileRefusedException>(
            () => sender.SendAsync(scratch["large.fit"], Guid.NewGuid(), _ => { }, TestContext.Current.CancellationToken));
        Assert.Contains("Larger than", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing answers at 127.0.0.1:1", "--url", "http://127.0.0.1:1")]
    [InlineData("There is no host nowhere.invalid", "--url", "https://nowhere.invalid")]
    [InlineData("Plain http would show the token", "--url", "http://knees.example.org")]
    [InlineData("--url takes the address", "--url", "knees")]
    [InlineData("cannot be read", "--url", "https://knees.example.org", "--token-file", "/none")]
    [InlineData("--url", "--token-file", "/none")]
    [InlineData("Did you mean --token-file?", "--url", "https://knees.example.org", "--token-fil", "x")]
    public async Task Wrong_use_and_a_service_that_is_not_there_get_a_sentence_and_2(string sentence, params string[] options)
    {
        using var scratch = new ScratchFolder();
        await File.WriteAllTextAsync(scratch["token"], "letters\n");
        var said = new StringWriter();

        string[] with = options.Contains("--token-file", StringComparer.Ordinal) ? options : ["--token-file", scratch["token"], .. options];
        var code = await CommandLine.RunAsync(["upload", .. with, scratch["run.fit"]], said, said, TestContext.Current.CancellationToken);

        Assert.Equal(CommandLine.Misused, code);
        Assert.Contains(sentence, said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("letters", said.ToString(), StringComparison.Ordinal);
    }

    private async Task<string> GreetedAsync(string token)
    {
        using var sender = new TusSender(Service, token, host.Server.CreateHandler());
        return (await Assert.ThrowsAsync<SendingException>(() => sender.GreetAsync(TestContext.Current.CancellationToken))).Message;
    }

    private async Task<string> TokenAsync(TokenScopes may, string name = "a")
    {
        var runner = await host.RunnerAsync(name + Guid.NewGuid().ToString("n"));
        return (await host.Services.GetRequiredService<PersonalTokens>().MakeAsync(runner.RunnerId, "program", may, Duration.FromDays(30), default))!;
    }

    /// <summary>A line that is cut after some requests have gone through, with their answers lost.</summary>
    private sealed class CutLine(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public int Cuts { get; set; }

        public long Bytes { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bytes += request.Headers.ExpectContinue is true ? 0 : request.Content?.Headers.ContentLength ?? 0;
            var reply = await base.SendAsync(request, cancellationToken);
            if (Cuts > 0 && request.Method != HttpMethod.Get)
            {
                Cuts--;
                reply.Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.", statusCode: HttpStatusCode.OK);
            }

            return reply;
        }
    }
}
