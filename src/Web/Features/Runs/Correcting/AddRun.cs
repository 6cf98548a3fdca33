using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>Adds a run of the signed-in runner that no watch recorded.</summary>
public sealed class AddRun(KneeLoadDbContext db, CurrentRunner current, RunByHand byHand, Language language, IClock clock)
{
    /// <summary>An empty form of today.</summary>
    public async Task<(AddedRun Input, RunnerFormat Format)> BeginAsync(CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        return (new() { Day = DayFormat.Iso(runner.DayAt(clock.GetCurrentInstant())) }, runner.Format(language));
    }

    /// <summary>Adds what was typed.</summary>
    /// <returns>The run's key, or why it was refused.</returns>
    public async Task<(Guid? Run, string? Problem)> AddAsync(AddedRun input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        if (CorrectionInput.Start(input.Day, input.Time, runner.Zone, clock.GetCurrentInstant()) is not var (moment, day))
        {
            return (null, language["Runs.Told.NoStart"]);
        }

        if (CorrectionInput.Distance(input.Distance, runner.Format(language)) is not { } distance)
        {
            return (null, language["Runs.Told.NoDistance"]);
        }

        return CorrectionInput.Minutes(input.Minutes) is { } time
            ? (await byHand.AddAsync(current.Id, moment, day, distance, time, cancellationToken), null)
            : (null, language["Runs.Told.NoMinutes"]);
    }
}

/// <summary>A run as it is typed.</summary>
public sealed class AddedRun
{
    /// <summary>Day, as 2026-05-04.</summary>
    public string? Day { get; init; }

    /// <summary>Time of day, as 07:05.</summary>
    public string? Time { get; init; }

    /// <summary>Distance in the runner's unit.</summary>
    public string? Distance { get; init; }

    /// <summary>Duration. [min]</summary>
    public string? Minutes { get; init; }
}
