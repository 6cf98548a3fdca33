using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KneeLoad.Web.Hosting;

/// <summary>
/// Takes tokens and control characters out of every line of the log, whichever part of the framework writes it and at whatever level:
/// addresses in mails open something without a sign-in, whoever asks for an address chooses its letters, and the framework logs both.
/// </summary>
internal static partial class SafeLogs
{
    /// <summary>Has all loggers of the service write without them.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LoggerFactory>();
        services.AddSingleton<Tokens>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new Factory(
            provider.GetRequiredService<LoggerFactory>(), provider.GetRequiredService<Tokens>())));
    }

    /// <summary>Has them written without what stands at the place of <c>{token}</c> in any of the routes, which are all mapped by now.</summary>
    public static void HideTokensOfRoutes(this WebApplication app) => app.Services.GetRequiredService<Tokens>().Learn(
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern));

    private sealed partial class Tokens
    {
        private const string Hidden = "[token]";

        private volatile Regex? inPaths;

        public void Learn(IEnumerable<RoutePattern> routes)
        {
            var before = routes.Where(route => route.GetParameter("token") is not null)
                .Select(route => string.Join('/', route.PathSegments
                    .Select(segment => (segment.Parts[0] as RoutePatternLiteralPart)?.Content)
                    .TakeWhile(literal => literal is not null)
                    .Select(literal => Regex.Escape(literal!))))
                .Distinct(StringComparer.Ordinal);
            inPaths = new(
                $@"(?<=\b(?:{string.Join('|', before)})/)[^\s/?#&""'<>()[\]{{}}]+",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1));
        }

        public bool IsIn(string text) => Unwanted().IsMatch(text) || inPaths?.IsMatch(text) is true;

        public string Without(string text)
        {
            var line = Unwanted().Replace(text, found => found.Value is "\r" ? "" : found.Groups["control"].Success ? "\uFFFD" : Hidden);
            return inPaths?.Replace(line, Hidden) ?? line;
        }

        // 256 bits in the letters of addresses are 43; keys of rows are shorter, and long names of types follow a dot. Arguments of handlers
        // are what a request brought. Lines of ours may be several, parted by a line feed.
        [GeneratedRegex(
            @"(?<![A-Za-z0-9_.-])[A-Za-z0-9_-]{40,}|(?<= with arguments \()[^\n]+(?=\))|(?<control>[\p{Cc}-[\n\t]])",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
            matchTimeoutMilliseconds: 1_000)]
        private static partial Regex Unwanted();
    }

    private sealed class Factory(LoggerFactory inner, Tokens tokens) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Lines(inner.CreateLogger(categoryName), tokens);

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        // The inner one is the container's to dispose of.
        public void Dispose()
        {
        }
    }

    private sealed class Lines(ILogger inner, Tokens tokens) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull =>
            state.ToString() is { } text && tokens.IsIn(text) ? inner.BeginScope(tokens.Without(text)) : inner.BeginScope(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
            {
                return;
            }

            var text = formatter(state, exception);
            // Whoever starts the service reads a sentence on the address, and no stack before it.
            exception = exception is not null && StartRefusal.OfAddress(exception) is null ? exception : null;
            if (exception?.ToString() is { } fault && tokens.IsIn(fault))
            {
                inner.Log(logLevel, eventId, $"{tokens.Without(text)}\n{tokens.Without(fault)}", null, static (line, _) => line);
            }
            else if (tokens.IsIn(text))
            {
                inner.Log(logLevel, eventId, tokens.Without(text), exception, static (line, _) => line);
            }
            else
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
