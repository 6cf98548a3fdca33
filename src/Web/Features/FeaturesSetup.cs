using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace KneeLoad.Web.Features;

/// <summary>Registers the services of all features' pages.</summary>
public static partial class FeaturesSetup
{
    private const string RetryAfterSeconds = "10";
    private const string Methods = "GET, HEAD, POST";

    /// <summary>Adds the pages, which lie beside their handlers in this folder.</summary>
    public static WebApplicationBuilder AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            .AddMvcOptions(mvc => mvc.Filters.Add<UnknownForms>())
            // Its hidden list carries an inline style, which the content policy refuses; there is no such script here anyway.
            .AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.AddProblemDetails();
        return builder;
    }

    /// <summary>A fault or an unknown address is answered with a page, or with problem+json where no page is asked for; never with inner details.</summary>
    public static void UseFaultPages(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("KneeLoad.Web.Faults");
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() => SayWhenToTryAgain(context.Response));
            return next(context);
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseWhen(context => context.Request.IsApi(), api => api.UseStatusCodePages(ApiFaults.SayAsync));
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                // The page that stands in for a failed post reads no form, good token or bad.
                context.Request.Method = HttpMethods.Get;
                context.Request.ContentType = null;
                context.Features.Set<IAntiforgeryValidationFeature>(null);
            }

            return next(context);
        });
        app.Use(ReadFormsAsUtf8);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            // A stack for every request would fill the disk in a night without a database.
            SuppressDiagnosticsCallback = context => IsPassing(context.Exception),
            // The status is nearly all; the page for it is made above.
            ExceptionHandler = context =>
            {
                if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } fault && IsPassing(fault))
                {
                    LogPassing(logger, context.Response.StatusCode, fault.GetBaseException().GetType().Name);
                }

                return Task.CompletedTask;
            },
        });
    }

    /// <summary>
    /// Refuses a method that an address does not state. It stands where the endpoint is known: a page states none, and would be shown for any.
    /// </summary>
    public static void UseStatedMethods(this WebApplication app) => app.Use(RefuseOtherMethods);

    /// <summary>
    /// Answers an address that is none in the same way to everybody. One that is there and needs a sign-in leads a browser to it and
    /// refuses a script.
    /// </summary>
    public static void UseUnknownAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        // A fallback looks for files that a build has added meanwhile; what it is asked for is no address of ours.
        if (context.GetEndpoint() is not (null or RouteEndpoint { Order: int.MaxValue }))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <summary>Maps styles, scripts and pages.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().KeepHashed();
        app.MapRazorPages().WithStaticAssets();
    }

    // A database that is away and a disk that is full come back, whichever handler met them.
    private static Task SayWhenToTryAgain(HttpResponse response)
    {
        if (response.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage
            && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return Task.CompletedTask;
    }

    // A page would be shown for any method, without what its handler reads or refuses.
    private static Task RefuseOtherMethods(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (context.Request.IsApi() || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)
            || context.GetEndpoint()?.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) is true)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = Methods;
        return Task.CompletedTask;
    }

    // .NET knows no UTF-7 and throws at its name; no browser sends it.
    private static Task ReadFormsAsUtf8(HttpContext context, RequestDelegate next)
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var kind) && kind.Charset.Equals("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            kind.Charset = default;
            context.Request.ContentType = kind.ToString();
        }

        return next(context);
    }

    private static bool IsPassing(Exception fault) => DatabaseAway.Is(fault) || DiskFull.Is(fault);

    [LoggerMessage(LogLevel.Warning, "Answered {Status}: the database or the disk is away, read-only or full ({Fault}).")]
    private static partial void LogPassing(ILogger logger, int status, string fault);

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        _ when DiskFull.Is(fault) => StatusCodes.Status507InsufficientStorage,
        _ when DatabaseAway.Is(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
