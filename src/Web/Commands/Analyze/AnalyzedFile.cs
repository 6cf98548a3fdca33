using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Shared.Contracts;
using KneeLoad.Web.Shared.Notes;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>One file as <c>analyze --json</c> lists it. The property names are a contract.</summary>
internal sealed record AnalyzedFile(string File, string Status, string? Reason, IReadOnlyList<string> Warnings)
{
    public static AnalyzedFile Of(string name, ReadResult result, IEnumerable<string> further, RunnerFormat format) => new(
        name,
        ContractNames.Of(result.Status),
        result.Status == ReadStatus.LeftAside && ExportMakers.Of(name) is { } maker
            ? ExportWords.Of(maker, format.Say)
            : LineReason.Of(result, format),
        [.. result.Warnings.Select(warning => RemarkWords.Of(warning, format)), .. further]);
}
