using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(SharedPostgreSql))]

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// One PostgreSQL server for all tests of a run, started by the first that asks for a database. Facts about a server that goes away start their own.
/// </summary>
public sealed class SharedPostgreSql : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private PostgreSqlServer? server;

    /// <summary>The connection string of a database of this fact's own, which is skipped where no server is installed.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.IsAbsent, PostgreSqlServer.AbsentReason);
        await starting.WaitAsync();
        try
        {
            return (server ??= await PostgreSqlServer.StartAsync()).NewDatabase();
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        starting.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
