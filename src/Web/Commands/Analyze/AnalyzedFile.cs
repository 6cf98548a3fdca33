using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using KneeLoad.Web.Shared.Contracts;
using KneeLoad.Web.Shared.Notes;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>One file as <c>analyze --json</c> lists it. The property names are a contract.</summary>
internal sealed record AnalyzedFile(string File, string Status, string? Reason, IReadOnlyList<string> Warnings)
{
    public static AnalyzedFile Of(string name, ReadResult result, IEnumerable<string> further) => new(
        name,
        ContractNames.Of(result.Status),
        result.Status == ReadStatus.LeftAside && ExportMakers.Of(name) is { } maker
            ? ExportWords.Of(maker)
            : result.Line is { } line ? $"Line {line}: {result.Reason}" : result.Reason,
        [.. result.Warnings, .. further]);
}
