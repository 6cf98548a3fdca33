using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Takes the signed-in runner's word on one of their runs, or takes it back.</summary>
public sealed class CorrectRun(KneeLoadDbContext db, CurrentRunner current, RunCorrecting correcting, Language language, IClock clock)
{
    /// <summary>Takes a typed distance.</summary>
    public async Task<CorrectionReply> DistanceAsync(Guid id, string? typed, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return CorrectionInput.Distance(typed, runner.Format(language)) is { } distance
            ? await TellAsync(id, Correction.Measured(distance), cancellationToken)
            : new(language["Runs.Told.NoDistance"]);
    }

    /// <summary>Takes a typed start.</summary>
    public async Task<CorrectionReply> StartAsync(Guid id, string? day, string? time, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return CorrectionInput.Start(day, time, runner.Zone, clock.GetCurrentInstant()) is var (moment, date)
            ? await TellAsync(id, Correction.Began(moment, date), cancellationToken)
            : new(language["Runs.Told.NoStart"]);
    }

    /// <summary>Takes the runner's word.</summary>
    public async Task<CorrectionReply> TellAsync(Guid id, Correction correction, CancellationToken cancellationToken)
    {
        try
        {
            return new(await correcting.TellAsync(current.Id, [id], correction, cancellationToken));
        }
        catch (DamagedOriginalException)
        {
            return new(language["Runs.Told.Damaged"]);
        }
    }

    /// <summary>Takes the runner's word back.</summary>
    public async Task<CorrectionReply> TakeBackAsync(Guid id, CorrectionKind kind, CancellationToken cancellationToken)
    {
        try
        {
            return new(await correcting.TakeBackAsync(current.Id, [id], kind, cancellationToken) ? clock.GetCurrentInstant() : null);
        }
        catch (DamagedOriginalException)
        {
            return new(language["Runs.Told.Damaged"]);
        }
    }
}

/// <summary>Outcome of a correction.</summary>
/// <param name="Done">The moment of the change; null when nothing was changed.</param>
/// <param name="Problem">Why not, ready to read; null when the runner has no such run.</param>
public readonly record struct CorrectionReply(Instant? Done, string? Problem)
{
    /// <summary>It was made, or there was no such run.</summary>
    public CorrectionReply(Instant? done)
        : this(done, null)
    {
    }

    /// <summary>It was refused.</summary>
    public CorrectionReply(string problem)
        : this(null, problem)
    {
    }
}
