using System.Text.Json;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Pipeline.Uploads;

/// <summary>The part of an import that the weekly load finishes.</summary>
/// <param name="State">How the upload ends.</param>
/// <param name="Reason">What is said of it; null when nothing.</param>
/// <param name="MapId">The map that its runs were matched with; null for none.</param>
/// <param name="Changed">From the first start to the last end of its runs; null when there are none.</param>
internal sealed record WeeklyLoadProgress(UploadState State, string? Reason, Guid? MapId, Interval? Changed)
{
    /// <summary>Reads what the import has written.</summary>
    public static WeeklyLoadProgress Of(string? noted)
    {
        var read = JsonSerializer.Deserialize<Noted>(noted ?? "null") ?? throw new InvalidDataException("The import has left no word.");
        Interval? changed = read is { From: { } from, To: { } to } ? new(Instant.FromUnixTimeTicks(from), Instant.FromUnixTimeTicks(to)) : null;
        return new(read.State, read.Reason, read.MapId, changed);
    }

    /// <summary>Writes it for the weekly load.</summary>
    public string Write() => JsonSerializer.Serialize(new Noted(State, Reason, MapId, Changed?.Start.ToUnixTimeTicks(), Changed?.End.ToUnixTimeTicks()));

    private sealed record Noted(UploadState State, string? Reason, Guid? MapId, long? From, long? To);
}
