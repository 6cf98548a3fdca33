using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>The checks and findings of one audit.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Originals">Originals that were held against their hash. [1]</param>
/// <param name="Bytes">Their size. [bytes]</param>
/// <param name="Uploads">Uploads that were read again, all or a sample. [1]</param>
/// <param name="Runs">Runs whose rows were held against what their files say. [1]</param>
/// <param name="Weeks">Weeks that were added up again. [1]</param>
/// <param name="Skipped">Uploads that were not read again: work of their runner waits, reading was stopped, or a newer version will read them. [1]</param>
/// <param name="Faults">All that is not as it should be.</param>
public sealed record AuditReport(
    Instant Began, Instant Ended, int Originals, long Bytes, int Uploads, int Runs, int Weeks, int Skipped, IReadOnlyList<AuditFault> Faults)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { NodaConverters.InstantConverter, new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Reads a stored report.</summary>
    public static AuditReport Read(string json) => JsonSerializer.Deserialize<AuditReport>(json, Options) ?? throw new InvalidDataException("An empty report.");

    /// <summary>The report as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);
}

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="RunnerId">Whose; null where it is nobody's.</param>
/// <param name="Key">The upload or run; null where it is neither.</param>
/// <param name="Text">The fault in a few words, for the owner.</param>
public sealed record AuditFault(AuditFaultKind Kind, Guid? RunnerId, Guid? Key, string Text);

/// <summary>Names the kinds of fault.</summary>
public enum AuditFaultKind
{
    /// <summary>The database's own check found something.</summary>
    Database,

    /// <summary>A row speaks of an original that is not there.</summary>
    OriginalMissing,

    /// <summary>An original no longer matches its hash.</summary>
    OriginalDamaged,

    /// <summary>A run's row differs from what its file says.</summary>
    Run,

    /// <summary>The rows of an archive's files without an activity differ from the archive.</summary>
    RunlessFile,

    /// <summary>A run's load differs from what its runner's runs say.</summary>
    Load,

    /// <summary>A week differs from what its runs say.</summary>
    Week,
}
