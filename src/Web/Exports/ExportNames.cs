using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Exports;

/// <summary>Names within an export. None leads out of the folder that it is unpacked in, on any system.</summary>
internal static class ExportNames
{
    /// <summary>The first entry, by which an export is known as one.</summary>
    public const string Manifest = "kneeload-export.json";

    /// <summary>The document that says what stands in each file.</summary>
    public const string Document = "README.md";

    private const int LongestName = 100;
    private const string NotInNames = "<>:\"/\\|?*";

    /// <summary>The place of an upload's original; null where none is kept.</summary>
    public static string? PathOf(Upload upload) =>
        upload.State is UploadState.Rejected || upload.DuplicateOfId is not null ? null : $"originals/{upload.ContentHash}/{Safe(upload.FileName)}";

    /// <summary>A name that every file system takes.</summary>
    internal static string Safe(string name)
    {
        var letters = string.Concat(name.Select(letter => char.IsControl(letter) || NotInNames.Contains(letter, StringComparison.Ordinal) ? '_' : letter));
        var ending = Path.GetExtension(letters) is { Length: <= 8 } short8 ? short8 : "";
        var stem = letters[..^ending.Length];
        stem = stem.Length <= LongestName ? stem : stem[..(char.IsHighSurrogate(stem[LongestName - 1]) ? LongestName - 1 : LongestName)];
        // A point or a blank at the end is dropped by some systems, and a device's name is a device whatever its ending.
        return ((IsDevice(letters.Split('.')[0].Trim()) ? "_" : "") + stem + ending).TrimEnd('.', ' ') is { Length: > 0 } safe ? safe : "unnamed";
    }

    private static bool IsDevice(string stem) => stem.ToUpperInvariant() switch
    {
        "CON" or "PRN" or "AUX" or "NUL" => true,
        { Length: 4 } name => (name.StartsWith("COM", StringComparison.Ordinal) || name.StartsWith("LPT", StringComparison.Ordinal))
            && char.IsAsciiDigit(name[3]),
        _ => false,
    };
}
