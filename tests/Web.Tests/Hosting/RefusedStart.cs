using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>A start that is refused, as far as the database goes.</summary>
internal static class RefusedStart
{
    /// <summary>The sentence that it ends with.</summary>
    public static async Task<string> SentenceAsync(string folder, string? postgreSql = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("data", (string?)folder),
            KeyValuePair.Create("Database:Provider", (string?)(postgreSql is null ? "Sqlite" : "PostgreSql")),
            KeyValuePair.Create("Database:ConnectionString", postgreSql)]);
        builder.Logging.ClearProviders();
        builder.AddHosting();
        builder.AddDatabase();
        await using var app = builder.Build();
        return (await Assert.ThrowsAsync<SettingException>(() => app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None))).Message;
    }
}
