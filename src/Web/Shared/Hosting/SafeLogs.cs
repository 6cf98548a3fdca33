using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KneeLoad.Web.Shared.Hosting;

/// <summary>
/// Takes tokens and control characters out of every line of the log, whichever part of the framework writes it and at whatever level:
/// addresses in mails open something without a sign-in, whoever asks for an address chooses its letters, and the framework logs both.
/// </summary>
internal static partial class SafeLogs
{
    private const string Redacted = "[token]";

    /// <summary>Has all loggers of the service write without them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new Factory(provider.GetRequiredService<LoggerFactory>())));
    }

    // 256 bits in the letters of addresses are 43; keys of rows are shorter. Lines of ours may be several, parted by a line feed.
    [GeneratedRegex(@"(?<=[/=])[A-Za-z0-9_-]{40,}|(?<control>[\p{Cc}-[\n\t]])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Unwanted();

    private static string Without(string text) => Unwanted().Replace(text, found => found.Value is "\r" ? "" : found.Groups["control"].Success ? "\uFFFD" : Redacted);

    private sealed class Factory(LoggerFactory inner) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Lines(inner.CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        // The inner one is the container's to dispose of.
        public void Dispose()
        {
        }
    }

    private sealed class Lines(ILogger inner) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull =>
            state.ToString() is { } text && Unwanted().IsMatch(text) ? inner.BeginScope(Without(text)) : inner.BeginScope(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
            {
                return;
            }

            var text = formatter(state, exception);
            if (Unwanted().IsMatch(text))
            {
                inner.Log(logLevel, eventId, Without(text), exception, static (line, _) => line);
            }
            else
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
