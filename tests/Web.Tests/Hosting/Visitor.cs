using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A browser without script: it keeps cookies, and sends the token of the form that it shows.</summary>
internal sealed partial class Visitor(WebHost host, string? network = null) : IDisposable
{
    private readonly HttpClient http = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>The browser below.</summary>
    public HttpClient Http => http;

    public async Task<HttpResponseMessage> GetAsync(string address) => await SendAsync(new(HttpMethod.Get, address));

    /// <summary>The text of a page as a person reads it.</summary>
    public async Task<string> ReadAsync(string address)
    {
        using var reply = await GetAsync(address);
        return PlainPages.Plain(await reply.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the form that stands at an address.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] fields) => SubmitFromAsync(address, address, fields);

    /// <summary>Sends a form of a page to an address.</summary>
    public async Task<HttpResponseMessage> SubmitFromAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        using var shown = await GetAsync(page);
        var token = Token().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        return await PostAsync(address, token, fields);
    }

    /// <summary>Sends a form with a token of an earlier page.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, string token, params (string Name, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });

    /// <summary>The token of a page's form.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match(await http.GetStringAsync(page)).Groups[1].Value;

    /// <summary>Whether somebody is signed in here.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        using var reply = await GetAsync("/settings");
        return reply.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (network is not null)
        {
            request.Headers.Add(CallerAddress.Header, network);
        }

        return http.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
