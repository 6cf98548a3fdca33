using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Keeps what a page showed once the page is sent: who reads never waits for a write, and sees the page also where nothing can be written.</summary>
public sealed partial class KeepAfterwards(IHttpContextAccessor context, ShownAssessments shown, ILogger<KeepAfterwards> logger)
{
    private int waiting;

    /// <summary>True when nothing is left to be kept.</summary>
    public bool IsDone => Volatile.Read(ref waiting) == 0;

    /// <summary>Keeps an assessment after the answer to this request.</summary>
    public void Keep(Guid runnerId, AssessmentRecord record)
    {
        if (context.HttpContext is { } request)
        {
            Interlocked.Increment(ref waiting);
            request.Response.OnCompleted(() => KeepAsync(runnerId, record));
        }
    }

    private async Task KeepAsync(Guid runnerId, AssessmentRecord record)
    {
        try
        {
            await shown.KeepAsync(runnerId, record, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogLost(exception.GetBaseException().GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An assessment that was shown could not be kept: {Fault}")]
    private partial void LogLost(string fault);
}
