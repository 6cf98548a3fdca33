using System.Net.Sockets;
using System.Reflection;
using System.Security.Authentication;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Testing;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>A database that is away for a moment is told from one that will never let the service in, and both from a fault of ours.</summary>
public sealed class DatabaseFaultTests
{
    [Theory]
    [InlineData(40613)]
    [InlineData(40197)]
    [InlineData(40501)]
    [InlineData(49918)]
    [InlineData(49919)]
    [InlineData(49920)]
    [InlineData(4060)]
    [InlineData(976)]
    [InlineData(983)]
    [InlineData(10928)]
    [InlineData(10929)]
    [InlineData(1205)]
    [InlineData(1222)]
    [InlineData(-2)]
    public void SQL_Server_says_with_this_number_that_it_is_away(int number) =>
        Assert.True(DatabaseAway.Is(new DbUpdateException("outer", Fault(number))));

    [Theory]
    [InlineData(2627)]
    [InlineData(208)]
    [InlineData(547)]
    [InlineData(18456)]
    public void SQL_Server_says_with_this_number_that_the_fault_is_ours(int number) =>
        Assert.False(DatabaseAway.Is(Fault(number)));

    [Theory]
    [InlineData(PostgresErrorCodes.LockNotAvailable, true)]
    [InlineData("25P03", true)]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    public void PostgreSQL_says_it_with_a_state(string state, bool isAway) =>
        Assert.Equal(isAway, DatabaseAway.Is(new InvalidOperationException("outer", new PostgresException("said", "ERROR", "ERROR", state))));

    [Theory]
    [InlineData(1205, true)]
    [InlineData(1222, true)]
    [InlineData(-2, false)]
    [InlineData(2627, false)]
    public void DB_02_A_transaction_that_was_ended_for_another_is_made_again(int number, bool isVictim) =>
        Assert.Equal(isVictim, DatabaseAway.IsVictim(new DbUpdateException("outer", Fault(number))));

    [Theory]
    [InlineData(18456)]
    [InlineData(18452)]
    [InlineData(4064)]
    public void A_login_that_SQL_Server_refuses_is_not_waited_for(int number) => Assert.NotNull(Migrator.RefusalOf(Fault(number)));

    [Fact]
    public void A_login_that_PostgreSQL_refuses_and_a_certificate_that_is_not_trusted_are_not_waited_for()
    {
        Assert.NotNull(Migrator.RefusalOf(new PostgresException("said", "FATAL", "FATAL", PostgresErrorCodes.InvalidPassword)));
        Assert.NotNull(Migrator.RefusalOf(new PostgresException("said", "FATAL", "FATAL", PostgresErrorCodes.InvalidAuthorizationSpecification)));
        Assert.Contains("certificate", Migrator.RefusalOf(new NpgsqlException("outer", new AuthenticationException("untrusted"))), StringComparison.Ordinal);
        Assert.Null(Migrator.RefusalOf(new NpgsqlException("outer", new SocketException())));
        Assert.Null(Migrator.RefusalOf(Fault(40613)));
    }

    [Theory]
    [InlineData("PostgreSql", "Host=db.example.org;SSL Mode=Disable", false)]
    [InlineData("PostgreSql", "Host=localhost,db.example.org;SSL Mode=Allow", false)]
    [InlineData("PostgreSql", "Host=localhost;SSL Mode=Disable", true)]
    [InlineData("PostgreSql", "Host=/var/run/postgresql;SSL Mode=Disable", true)]
    [InlineData("PostgreSql", "Host=db.example.org", true)]
    [InlineData("SqlServer", "Server=db.example.org;Encrypt=false", false)]
    [InlineData("SqlServer", "Server=tcp:10.0.0.7,1433;Encrypt=Optional", false)]
    [InlineData("SqlServer", "Server=tcp:127.0.0.1,1433;Encrypt=false", true)]
    [InlineData("SqlServer", ".\\SQLEXPRESS", null)]
    [InlineData("SqlServer", "Server=.\\SQLEXPRESS;Encrypt=false", true)]
    [InlineData("SqlServer", "Server=db.example.org", true)]
    public void OPS_01_A_plain_connection_beyond_this_machine_is_refused_unless_the_owner_allows_it(string provider, string connection, bool? isTaken)
    {
        if (isTaken is not { } taken)
        {
            Assert.Throws<SettingException>(() => Chosen(provider, connection, allowed: false));
            return;
        }

        if (taken)
        {
            Chosen(provider, connection, allowed: false);
        }
        else
        {
            var refused = Assert.Throws<SettingException>(() => Chosen(provider, connection, allowed: false));
            Assert.Contains("Database:AllowPlain", refused.Message, StringComparison.Ordinal);
        }

        Chosen(provider, connection, allowed: true);
    }

    [Fact]
    public void A_connection_to_PostgreSQL_beyond_this_machine_does_not_go_on_in_the_clear_and_carries_its_time_limits()
    {
        var far = new NpgsqlConnectionStringBuilder(Chosen("PostgreSql", "Host=db.example.org", allowed: false));
        var own = new NpgsqlConnectionStringBuilder(Chosen("PostgreSql", "Host=localhost;Options=-c lock_timeout=3s", allowed: false));

        Assert.Equal(SslMode.Require, far.SslMode);
        Assert.Contains("lock_timeout=10s", far.Options, StringComparison.Ordinal);
        Assert.Contains("idle_in_transaction_session_timeout=15s", far.Options, StringComparison.Ordinal);
        // The system asks whether the server is still there, so that this process is not woken for it.
        Assert.Equal((true, 0), (far.TcpKeepAlive && far.TcpKeepAliveTime > 0, far.KeepAlive));
        Assert.Contains("lock_timeout=3s", own.Options, StringComparison.Ordinal);
        Assert.DoesNotContain("lock_timeout=10s", own.Options, StringComparison.Ordinal);
    }

    private static string Chosen(string provider, string connection, bool allowed)
    {
        using var folder = new ScratchFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["data"] = folder.Path,
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connection,
            ["Database:AllowPlain"] = allowed ? "true" : null,
        }).Build();
        return DatabaseChoice.From(configuration, DataFolder.From(configuration)).ConnectionString;
    }

    // The driver lets nobody else make its faults.
    private static SqlException Fault(int number)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var make = typeof(SqlError).GetConstructors(Hidden).OrderBy(one => one.GetParameters().Length).First();
        var error = make.Invoke([.. make.GetParameters().Select((parameter, at) => parameter.ParameterType switch
        {
            var type when type == typeof(int) => at == 0 ? number : 0,
            var type when type == typeof(byte) => (byte)11,
            var type when type == typeof(string) => "said",
            var type => type.IsValueType ? Activator.CreateInstance(type) : null,
        })]);
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(Hidden).Where(method => method.Name == "CreateException").MinBy(method => method.GetParameters().Length)!;
        return (SqlException)create.Invoke(null, [.. create.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(SqlErrorCollection) ? errors : parameter.ParameterType == typeof(string) ? "16.0" : (object?)null)])!;
    }
}
