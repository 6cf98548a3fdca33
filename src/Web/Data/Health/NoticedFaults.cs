using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace KneeLoad.Web.Data.Health;

/// <summary>
/// The faults of the database itself that statements of this process have met: no room for what was to be stored, and pages that cannot
/// be read. /readyz learns of them here, at once, since its own questions need no room and read no page of a runner.
/// </summary>
public sealed partial class NoticedFaults(IClock clock, ILogger<NoticedFaults> logger)
{
    /// <summary>A database that was full is taken for full for so long, and is asked again afterwards.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(1);

    private readonly Lock guard = new();
    private Instant? full;
    private Instant? damaged;

    /// <summary>The moment of the last statement that met a destroyed page; null when none did.</summary>
    public Instant? Damaged
    {
        get
        {
            lock (guard)
            {
                return damaged;
            }
        }
    }

    /// <summary>Whether the database had no room, and when it is due to be asked whether it has some now.</summary>
    /// <returns>Null where it is not known to be full; true when asking is due.</returns>
    public bool? AsksForRoom()
    {
        lock (guard)
        {
            return full is { } since ? clock.GetCurrentInstant() - since >= Pause : null;
        }
    }

    /// <summary>Says that there is room again.</summary>
    public void HasRoom()
    {
        lock (guard)
        {
            full = null;
        }
    }

    /// <summary>Whether an event of Entity Framework tells of a fault.</summary>
    internal static bool TellsOfFault(EventId @event, LogLevel level) =>
        @event == RelationalEventId.CommandError || @event == CoreEventId.QueryIterationFailed || @event == RelationalEventId.TransactionError;

    /// <summary>Takes note of what an event of Entity Framework tells.</summary>
    internal void See(EventData told)
    {
        if (told is IErrorEventData { Exception: { } fault })
        {
            See(fault);
        }
    }

    /// <summary>Takes note of a fault, where it is one of these.</summary>
    internal void See(Exception fault)
    {
        var now = clock.GetCurrentInstant();
        var isFirst = false;
        lock (guard)
        {
            if (DatabaseFull.IsItself(fault.GetBaseException()))
            {
                full = now;
            }
            else if (DatabaseDamage.Is(fault))
            {
                isFirst = damaged is null;
                damaged = now;
            }
        }

        if (isFirst)
        {
            LogDamaged(fault.GetBaseException().Message);
        }
    }

    [LoggerMessage(
        LogLevel.Critical, "A part of the database cannot be read. Stop the service, keep a copy of what is there, run audit, and restore a backup: {Fault}")]
    private partial void LogDamaged(string fault);
}
