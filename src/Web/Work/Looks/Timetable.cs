using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;

namespace KneeLoad.Web.Work.Looks;

/// <summary>Makes all looks of one rhythm, one after the other; a fault is logged and the others are made all the same.</summary>
internal sealed partial class Timetable(IEnumerable<LookRegistration> looks, IServiceScopeFactory scopes, ILogger<Timetable> logger) : IDisposable
{
    private readonly Dictionary<Rhythm, SemaphoreSlim> turns = Enum.GetValues<Rhythm>().ToDictionary(rhythm => rhythm, _ => new SemaphoreSlim(1, 1));

    /// <summary>Makes the looks of a rhythm, unless this process is at it.</summary>
    public async Task LookAsync(Rhythm rhythm, CancellationToken cancellationToken)
    {
        if (!await turns[rhythm].WaitAsync(0, cancellationToken))
        {
            return;
        }

        try
        {
            foreach (var look in looks.Where(look => look.Rhythm == rhythm))
            {
                await LookAsync(look, cancellationToken);
            }
        }
        finally
        {
            turns[rhythm].Release();
        }
    }

    public void Dispose()
    {
        foreach (var turn in turns.Values)
        {
            turn.Dispose();
        }
    }

    private async Task LookAsync(LookRegistration look, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.OfAll();
            await look.Make(scope.ServiceProvider).LookAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && DatabaseAway.Is(exception))
        {
            // One line a look: a database that is away for a night must not fill the disk with one stack again and again.
            LogAway(look.Name);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogFault(look.Name, exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Look} found the database away; it looks again later.")]
    private partial void LogAway(string look);

    [LoggerMessage(LogLevel.Error, "{Look} failed; it looks again later.")]
    private partial void LogFault(string look, Exception exception);
}
