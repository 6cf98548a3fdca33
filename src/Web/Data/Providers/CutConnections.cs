using System.Net.Sockets;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// Asks PostgreSQL again where a connection was cut, as by a fail-over: a pool gives out connections that the server has ended
/// meanwhile. Statements are made again by themselves, a transaction from its beginning.
/// </summary>
internal sealed class CutConnections(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, Most, Longest)
{
    /// <summary>More than a pool gives out one after the other. [1]</summary>
    private const int Most = 5;

    /// <summary>The server ended the session for a reason of its own: it shuts down, or the session stood still for too long.</summary>
    private static readonly string[] Ended = [PostgresErrorCodes.AdminShutdown, DatabaseAway.IdleInTransaction, DatabaseAway.IdleSession];

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a connection was cut, and the same may be asked again on another.</summary>
    public static bool IsCut(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            // The connection was found broken when it was to be used: nothing of this statement was sent.
            if (inner is NpgsqlException { InnerException: NpgsqlException })
            {
                return true;
            }

            if (inner is PostgresException postgres)
            {
                return Ended.Contains(postgres.SqlState);
            }

            // A server that cannot be reached at all is away: that is told at once.
            if (inner is SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused
                or SocketError.HostNotFound
                or SocketError.HostUnreachable
                or SocketError.TimedOut
                })
            {
                return false;
            }

            if (inner is IOException or SocketException)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    protected override bool ShouldRetryOn(Exception exception) => IsCut(exception);

    /// <inheritdoc/>
    protected override TimeSpan? GetNextDelay(Exception lastException) =>
        base.GetNextDelay(lastException) is { } delay ? (delay < Longest ? delay : Longest) : null;
}
