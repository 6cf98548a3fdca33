using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A signed-in runner's browser, as far as uploads go.</summary>
internal sealed class RunnerClient
{
    public RunnerClient(HttpClient http, Guid runnerId, string cookies, string token)
    {
        Cookies = cookies;
        Http = http;
        RunnerId = runnerId;
        Token = token;
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public HttpClient Http { get; }

    public Guid RunnerId { get; }

    public string Token { get; }

    public string Cookies { get; }

    /// <summary>The same runner, come to another process on the same data.</summary>
    public RunnerClient At(Uri address) =>
        At(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address });

    /// <inheritdoc cref="At(Uri)"/>
    public RunnerClient At(HttpClient http) => new(http, RunnerId, Cookies, Token);

    public Task<HttpResponseMessage> SendAsync(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return PostAsync("/uploads", form);
    }

    public Task<HttpResponseMessage> PostAsync(string address, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("RequestVerificationToken", Token);
        return Http.SendAsync(request);
    }

    /// <summary>Sends files, expects 202, and gives their batch.</summary>
    public async Task<Guid> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        using var reply = await SendAsync(files);
        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        var receipt = await reply.Content.ReadFromJsonAsync<JsonElement>();
        return receipt.GetProperty("batch").GetGuid();
    }

    /// <summary>The lines of a batch once nothing of it waits any more.</summary>
    public async Task<JsonElement[]> FinishedAsync(Guid batch)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; ; looks++)
        {
            var status = await Http.GetFromJsonAsync<JsonElement>($"/uploads/status?batch={batch}", deadline.Token);
            if (status.GetProperty("waiting").GetInt32() == 0)
            {
                return [.. status.GetProperty("files").EnumerateArray()];
            }

            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    public async Task<JsonElement[]> UploadAndFinishAsync(params (string Name, byte[] Content)[] files) =>
        await FinishedAsync(await UploadAsync(files));

    public Task<HttpResponseMessage> UndoAsync(Guid batch) =>
        PostAsync("/uploads/undo", new FormUrlEncodedContent([new("batch", batch.ToString())]));
}
