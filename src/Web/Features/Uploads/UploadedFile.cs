using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>One uploaded file, in words.</summary>
/// <param name="Id">Key of the upload.</param>
/// <param name="Name">Its name, as it may be shown.</param>
/// <param name="State">What became of it, in a word or two.</param>
/// <param name="Tone">Name of the word's colour.</param>
/// <param name="Reason">Why, in plain words; null when there is nothing to say.</param>
/// <param name="Runs">What came of it.</param>
public sealed record UploadedFile(Guid Id, string Name, string State, string Tone, string? Reason, IReadOnlyList<UploadStatusRun> Runs)
{
    /// <summary>The state of a file that is there already.</summary>
    internal const string Repeated = "duplicate";

    /// <summary>Whether it was read and there is nothing to say about it.</summary>
    public bool IsUnremarkable => Tone is "low" && Reason is null;

    /// <summary>Puts a line's state into words.</summary>
    /// <param name="line">Where the upload stands.</param>
    internal static UploadedFile Of(UploadStatusLine line)
    {
        var isRun = line.Runs.Any(run => run.Kind is RunKind.Run or RunKind.TakenForRun);
        var isCourse = line.Runs.Count > 0 && line.Runs.All(run => run.Kind is RunKind.Course);
        var repeats = line.Runs.Count > 0 && line.Runs.All(run => run.RepeatsAnother);
        var (state, tone) = line.State switch
        {
            UploadState.Received => ("waiting", "accent"),
            UploadState.Done when repeats => (Repeated, "unknown"),
            UploadState.Done when isCourse => ("a course, not a run", "unknown"),
            UploadState.Done when !isRun => ("not a run", "unknown"),
            UploadState.Done => ("read", "low"),
            UploadState.Duplicate => (Repeated, "unknown"),
            UploadState.Rejected => ("rejected", "elevated"),
            UploadState.Failed => ("failed on our side", "high"),
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };
        var reason = line.State switch
        {
            UploadState.Duplicate => "The same bytes were uploaded before. They count once.",
            UploadState.Done when repeats => "The same run came in another file. It counts once; open it to say otherwise.",
            UploadState.Failed => line.Reason ?? "It is safe, and whoever runs this server can start it again.",
            _ => line.Reason,
        };
        return new(line.Id, line.Name, state, tone, reason, line.Runs);
    }
}
