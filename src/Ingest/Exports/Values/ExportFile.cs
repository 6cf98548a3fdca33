using System.Text;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>A file of an account export: its name without folders, its text.</summary>
internal static class ExportFile
{
    private const byte Zero = 0;

    /// <summary>A file's name without folders.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>A file's bytes in UTF-8 without a mark; a copy.</summary>
    public static byte[] InUtf8(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => content[3..].ToArray(),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not Zero, Zero, not Zero, Zero, ..] or [Zero, not Zero, Zero, not Zero, ..] =>
            Encoding.UTF8.GetBytes(Text(content)),
        _ => content.ToArray(),
    };

    /// <summary>A file's text: by its byte order mark, else of two bytes a letter where every other is 0, else UTF-8.</summary>
    public static string Text(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content[2..]),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content[3..]),
        [not Zero, Zero, not Zero, Zero, ..] => Encoding.Unicode.GetString(content),
        [Zero, not Zero, Zero, not Zero, ..] => Encoding.BigEndianUnicode.GetString(content),
        _ => Encoding.UTF8.GetString(content),
    };
}
