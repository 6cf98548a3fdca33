using KneeLoad.Ingest.Activities;
using KneeLoad.Web.Contracts;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Commands;

/// <summary>One file as <c>inspect --json</c> shows it. The property names are a contract.</summary>
internal sealed record InspectedFile(
    string File,
    string Status,
    string? Reason,
    long? ByteOffset,
    IReadOnlyList<string> Warnings,
    string? Format,
    IReadOnlyList<InspectedActivity> Activities)
{
    /// <summary>Shows what was read.</summary>
    public static InspectedFile Of(string name, ReadResult result) => new(
        name,
        ContractNames.Of(result.Status),
        LineReason.Of(result, RemarkWords.ForTerminals),
        result.ByteOffset,
        [.. result.Warnings.Select(warning => RemarkWords.Of(warning, RemarkWords.ForTerminals))],
        result.Format is { } format ? ContractNames.Of(format) : null,
        [.. result.Activities.Select(InspectedActivity.Of)]);
}
