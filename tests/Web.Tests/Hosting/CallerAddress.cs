using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Gives requests that come over no network an address, as a network would.</summary>
internal sealed class CallerAddress : IStartupFilter
{
    /// <summary>Names the address of one request, where a fact needs several networks at once.</summary>
    public const string Header = "Test-Caller";

    private int last = 1;

    /// <summary>Moves all callers to an address that nobody had yet.</summary>
    public void Move() => last++;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Connection.RemoteIpAddress ??= context.Request.Headers[Header] is [{ } named]
                ? IPAddress.Parse(named)
                : new IPAddress([10, (byte)(last >> 16), (byte)(last >> 8), (byte)last]);
            return rest(context);
        });
        next(app);
    };
}
