using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A runner's browser, as far as pages without script go.</summary>
internal static class PlainPages
{
    /// <summary>The text of a page as a person reads it: entities decoded, no-break spaces as spaces.</summary>
    public static async Task<string> ReadAsync(this RunnerClient runner, string address)
    {
        using var reply = await runner.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return Plain(await reply.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(this RunnerClient runner, string address, params (string Name, string Value)[] fields) =>
        runner.PostAsync(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>A runner who agreed that health data is scored.</summary>
    public static async Task<RunnerClient> ConsentingRunnerAsync(this WebHost host, string name, string timeZone = "UTC")
    {
        var runner = await host.RunnerAsync(name, timeZone);
        await host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ScoringConsent, (Instant?)Instant.FromUtc(2026, 1, 1, 0, 0))));
        return runner;
    }

    public static string Plain(string html) => WebUtility.HtmlDecode(html).Replace('\u00a0', ' ').Replace('\u2019', '\'');
}
