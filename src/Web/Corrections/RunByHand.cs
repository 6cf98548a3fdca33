using System.Globalization;
using System.Text;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Corrections;

/// <summary>
/// Adds a run that no watch recorded. It is written as a small TCX file and goes the way of every upload, so that backup, undo and a
/// new version of the model treat it like any other.
/// </summary>
public sealed class RunByHand(KneeLoadDbContext db, OriginalStore store, UploadRegister register, WorkTurn turn)
{
    private const string Maker = "KneeLoad, by hand";

    /// <summary>Adds a run of a runner.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="start">When it began.</param>
    /// <param name="day">Its calendar day, where the runner was.</param>
    /// <param name="distance">Its length. [m]</param>
    /// <param name="time">How long it took.</param>
    /// <param name="cancellationToken">Ends the work; what is registered by then is read soon.</param>
    /// <returns>The run's key; null when the same run was added before.</returns>
    public async Task<Guid?> AddAsync(Guid runnerId, Instant start, LocalDate day, Distance distance, Duration time, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(runnerId, cancellationToken);
        var content = Encoding.UTF8.GetBytes(Write(start.InZone(runner.Zone).ToOffsetDateTime(), distance, time));
        using var file = await store.ReceiveAsync(new MemoryStream(content), cancellationToken)
            ?? throw new InvalidOperationException("A file of a few hundred bytes was refused.");
        var upload = await register.RegisterAsync(runnerId, Guid.CreateVersion7(), NameOf(day), file, UploadOrigin.TypedIn, cancellationToken);
        if (upload.State is UploadState.Received)
        {
            await turn.RunAsync(WorkKind.Import, upload.Id, cancellationToken);
            await turn.RunAsync(WorkKind.WeeklyLoad, upload.Id, cancellationToken);
        }

        return await db.Runs
            .Where(run => run.UploadId == upload.Id && run.RunnerId == runnerId)
            .Select(run => (Guid?)run.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static string NameOf(LocalDate day) => $"by-hand-{LocalDatePattern.Iso.Format(day)}.tcx";

    private static string Write(OffsetDateTime start, Distance distance, Duration time)
    {
        var moment = OffsetDateTimePattern.Rfc3339.Format(start);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
              <Activities>
                <Activity Sport="Running">
                  <Id>{moment}</Id>
                  <Lap StartTime="{moment}">
                    <TotalTimeSeconds>{time.TotalSeconds:0.###}</TotalTimeSeconds>
                    <DistanceMeters>{distance.Metres:0.###}</DistanceMeters>
                    <Calories>0</Calories>
                    <Intensity>Active</Intensity>
                    <TriggerMethod>Manual</TriggerMethod>
                  </Lap>
                  <Creator>
                    <Name>{Maker}</Name>
                  </Creator>
                </Activity>
              </Activities>
            </TrainingCenterDatabase>
            """);
    }
}
