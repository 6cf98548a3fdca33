using System.CommandLine;
using KneeLoad.Ingest.Maps.Faults;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Commands;

/// <summary>The option that names a surface index, and its opening.</summary>
internal static class SurfaceIndex
{
    /// <summary>The option of a verb that matches runs with a map.</summary>
    public static Option<string?> Option(bool required) => new("--map") { Description = "A surface index, made by surface build.", Required = required };

    /// <summary>Opens the index; says on standard error why not.</summary>
    /// <returns>False when it was named and is refused.</returns>
    public static bool TryOpen(string? path, TextWriter error, out MapIndex? index)
    {
        index = null;
        if (path is null)
        {
            return true;
        }

        (index, var refusal) = path.Length == 0 ? (null, new MapRefusal(path, MapFault.Unreachable, RemarkKind.IndexWithoutName)) : MapIndex.Open(path);
        if (refusal is not null)
        {
            error.WriteLine($"{path}: {RemarkWords.Of(refusal.Reason, RemarkWords.ForTerminals)}");
        }

        return index is not null;
    }
}
