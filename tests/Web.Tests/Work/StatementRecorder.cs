using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace KneeLoad.Web.Tests.Work;

/// <summary>Remembers each statement that Entity Framework sends to one PostgreSQL database, each text once, with the values it was sent with.</summary>
internal sealed class StatementRecorder(string database) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<NpgsqlParameter>> seen = new(StringComparer.Ordinal);

    public IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<NpgsqlParameter>>> Statements => [.. seen];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: NpgsqlCommand command } && command.Connection?.Database == database && IsExplained(command))
        {
            seen.TryAdd(command.CommandText, [.. command.Parameters.Select(parameter => parameter.Clone())]);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static bool IsExplained(DbCommand command) =>
        command.CommandText.TrimStart() is var text && !text.TrimEnd().TrimEnd(';').Contains(';', StringComparison.Ordinal)
        && (text.StartsWith("SELECT", StringComparison.Ordinal)
            || text.StartsWith("UPDATE", StringComparison.Ordinal)
            || text.StartsWith("DELETE", StringComparison.Ordinal));
}
