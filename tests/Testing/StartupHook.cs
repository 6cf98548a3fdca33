using System.Data.Common;
using System.Diagnostics;

/// <summary>
/// Loaded by the runtime into a service that is to be killed (DOTNET_STARTUP_HOOKS names this assembly). It watches what the service
/// says to its database and, at the instant that a test has chosen, writes a mark and stands still, so that the test can kill the
/// process from outside exactly there, or takes the mark away and so lets it go on, late. The service itself knows nothing of it.
/// </summary>
#pragma warning disable MA0047, CA1050 // The runtime asks for this very name, outside of any namespace.
internal static class StartupHook
#pragma warning restore MA0047, CA1050
{
    /// <summary>The variable that names the instant: steps that must come one after the other, parted by " > ".</summary>
    public const string InstantVariable = "KNEELOAD_TEST_HOLD_AT";

    /// <summary>The variable that names the mark.</summary>
    public const string MarkVariable = "KNEELOAD_TEST_HOLD_MARK";

    /// <summary>Called by the runtime before the service's own first line.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(InstantVariable) is { Length: > 0 } instant
            && Environment.GetEnvironmentVariable(MarkVariable) is { Length: > 0 } mark)
        {
            DiagnosticListener.AllListeners.Subscribe(new Sources(new Holder(instant.Split(" > "), mark)));
        }
    }

    private sealed class Sources(Holder holder) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                value.Subscribe(holder);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    /// <summary>A step is the end of an event's name, or a part of a command that was carried out.</summary>
    private sealed class Holder(string[] steps, string mark) : IObserver<KeyValuePair<string, object?>>
    {
        private readonly Lock turn = new();
        private int step;

        public void OnNext(KeyValuePair<string, object?> value)
        {
            lock (turn)
            {
                if (step == steps.Length || !Matches(value, steps[step]))
                {
                    return;
                }

                if (++step < steps.Length)
                {
                    return;
                }
            }

            File.WriteAllText(mark, "");
            while (File.Exists(mark))
            {
                Thread.Sleep(10);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private static bool Matches(KeyValuePair<string, object?> value, string wanted)
        {
            if (!value.Key.EndsWith("CommandExecuted", StringComparison.Ordinal))
            {
                return value.Key.EndsWith("." + wanted, StringComparison.Ordinal);
            }

            var command = value.Value?.GetType().GetProperty("Command")?.GetValue(value.Value) as DbCommand;
            return command?.CommandText.Contains(wanted, StringComparison.Ordinal) == true;
        }
    }
}
