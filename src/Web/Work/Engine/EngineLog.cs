using Hangfire.Logging;
using KneeLoad.Web.Data.Providers;
using Level = Microsoft.Extensions.Logging.LogLevel;
using Severity = Hangfire.Logging.LogLevel;

namespace KneeLoad.Web.Work.Engine;

/// <summary>
/// Hangfire's words in the service's own log. Hangfire keeps one log for the whole process, so that with two services in it, one may
/// be asked after it has ended: then nobody reads it any more.
/// </summary>
internal sealed class EngineLog(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new Lines(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Lines(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        }
    }

    private sealed class Lines(ILogger logger) : ILog
    {
        bool ILog.Log(Severity logLevel, Func<string>? messageFunc, Exception? exception)
        {
            var level = logLevel switch
            {
                Severity.Trace => Level.Trace,
                Severity.Debug => Level.Debug,
                Severity.Info => Level.Information,
                Severity.Warn => Level.Warning,
                Severity.Error => Level.Error,
                _ => Level.Critical,
            };
            if (messageFunc is null || !logger.IsEnabled(level))
            {
                return logger.IsEnabled(level);
            }

            // A stack for every look would fill the disk in a night without a database.
            var isAway = exception is not null && DatabaseAway.Is(exception);
            var words = isAway ? $"{messageFunc()} ({exception!.GetBaseException().GetType().Name})" : messageFunc();
#pragma warning disable CA1848, CA2254 // The text is Hangfire's.
            logger.Log(level, isAway ? null : exception, words);
#pragma warning restore CA1848, CA2254
            return true;
        }
    }
}
