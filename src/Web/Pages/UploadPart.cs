using System.Text.Json;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Pages;

/// <summary>The part of a page that takes files: they are picked or dropped, listed, sent once, and answered one by one.</summary>
/// <param name="Action">The address that the files are sent to.</param>
/// <param name="Field">Name of the files' field.</param>
/// <param name="Title">The heading of the picker.</param>
/// <param name="Hint">The sentence on the files that are taken.</param>
/// <param name="Done">The address of the page that shows what became of them; {batch} stands for their batch.</param>
/// <param name="Limits">The limits of the files.</param>
public sealed record UploadPart(string Action, string Field, string Title, string Hint, string Done, UploadLimits Limits)
{
    /// <summary>The address that large files are sent to piece by piece, so that they can be resumed; null where all go in the form.</summary>
    public string? Resumable { get; init; }

    /// <summary>The names that the picker offers, such as .pbf; null for all.</summary>
    public string? Accept { get; init; }

    /// <summary>Whether several files may come at once, and folders.</summary>
    public bool IsForMany { get; init; } = true;

    /// <summary>The sentence on what was refused when the form was sent without script; null when nothing was.</summary>
    public string? Refused { get; init; }

    /// <summary>Said of a file that is not of the kind that is taken; null where each kind is.</summary>
    public string? Foreign { get; init; }

    /// <summary>The limits as the script reads them.</summary>
    public string LimitsJson => JsonSerializer.Serialize(Limits, JsonSerializerOptions.Web);

    /// <summary>The sentences as the script reads them.</summary>
    public string WordsIn(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        string Of(string key) => say["Uploads.Send." + key];
        return JsonSerializer.Serialize(
            new
            {
                choose = say[IsForMany ? "Uploads.Send.Choose" : "Uploads.Send.ChooseOne"],
                sending = say["Uploads.Send.Sending", ("share", "{share}")],
                sent = Of("Sent"),
                cancelled = Of("Cancelled"),
                unsent = Of("Unsent"),
                partly = Of("Partly"),
                refused = say["Uploads.Send.Refused", ("status", "{status}")],
                unreachable = Of("Unreachable"),
                noFile = say["Uploads.Refusal.NoFile"],
                more = say["Uploads.Send.More", ("count", "{count}")],
                tooLarge = TooLarge(Limits.File),
                archiveTooLarge = TooLarge(Limits.Archive),
                full = say["Uploads.Send.Full", ("room", say.Format.Bytes(Math.Max(0, Limits.Room ?? 0)))],
                foreign = Foreign ?? "",
                outcomes = new
                {
                    waiting = Of("Outcome.Waiting"),
                    sending = Of("Outcome.Sending"),
                    taken = Of("Outcome.Taken"),
                    duplicate = Of("Outcome.Duplicate"),
                    refused = Of("Outcome.Refused"),
                    failed = Of("Outcome.Failed"),
                    cancelled = Of("Outcome.Cancelled"),
                },
            });

        string TooLarge(long bytes) => say["Uploads.Refusal.TooLarge", ("size", say.Format.Bytes(bytes))];
    }
}

/// <summary>The limits that a file is held against before it is sent.</summary>
/// <param name="File">Largest single file. [bytes]</param>
/// <param name="Archive">Largest archive. [bytes]</param>
public sealed record UploadLimits(long File, long Archive)
{
    /// <summary>Room that the runner has left; null where nothing is counted. [bytes]</summary>
    public long? Room { get; init; }

    /// <summary>The end of each file's name; null where any may come.</summary>
    public string? Ending { get; init; }

    /// <summary>Bytes that stand in the beginning of each file, as text; null where any file may come.</summary>
    public string? Mark { get; init; }
}
