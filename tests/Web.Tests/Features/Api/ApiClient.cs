using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Api;

/// <summary>A program with a runner's token, and without a cookie.</summary>
internal sealed class ApiClient : IDisposable
{
    public const TokenScopes All = TokenScopes.Read | TokenScopes.Upload | TokenScopes.Write | TokenScopes.Export;

    private ApiClient(HttpClient http, string token) => (Http, Token) = (http, token);

    public HttpClient Http { get; }

    public string Token { get; }

    public static async Task<ApiClient> OfAsync(WebHost host, Guid runnerId, TokenScopes may = All)
    {
        var token = await host.Services.GetRequiredService<PersonalTokens>().MakeAsync(runnerId, "program", may, Duration.FromDays(30), default);
        return With(host, token!);
    }

    public static ApiClient With(WebHost host, string token)
    {
        var http = host.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(http, token);
    }

    /// <summary>Asks, and expects success.</summary>
    public async Task<JsonElement> ReadAsync(string address)
    {
        using var reply = await Http.GetAsync(address);
        return await ExpectAsync(HttpStatusCode.OK, reply);
    }

    public Task<HttpResponseMessage> UploadAsync(params (string Name, byte[] Content)[] files) => UploadToAsync("/api/v1/uploads", files);

    public Task<HttpResponseMessage> UploadToAsync(string address, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        return Http.PostAsync(address, form);
    }

    /// <summary>A batch once nothing of it waits any more.</summary>
    public async Task<JsonElement> OverAsync(string address)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; ; looks++)
        {
            var batch = await ReadAsync(address);
            if (batch.GetProperty("over").GetBoolean())
            {
                return batch;
            }

            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    /// <summary>The body of a reply of an expected status: JSON, and problem+json for a refusal.</summary>
    public static async Task<JsonElement> ExpectAsync(HttpStatusCode status, HttpResponseMessage reply)
    {
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(status == reply.StatusCode, $"{(int)reply.StatusCode}: {text}");
        Assert.Equal((int)status >= 400 ? "application/problem+json" : "application/json", reply.Content.Headers.ContentType?.MediaType);
        var body = JsonDocument.Parse(text).RootElement;
        if ((int)status >= 400)
        {
            Assert.Equal((int)status, body.GetProperty("status").GetInt32());
            Assert.False(string.IsNullOrWhiteSpace(body.GetProperty("detail").GetString()));
        }

        return body;
    }

    public void Dispose() => Http.Dispose();
}
