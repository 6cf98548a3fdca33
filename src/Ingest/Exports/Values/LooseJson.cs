using System.Buffers;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>
/// Makes strict JSON in UTF-8 of what some services write: NaN and infinity for a value that was not measured become an empty text,
/// which is no number either, a line break within a text becomes a blank, and a name without quotes gets them.
/// </summary>
internal static class LooseJson
{
    // No document that is read is deeper.
    private const int MostDepth = 64;

    private static readonly SearchValues<byte> WordSigns = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.-+$"u8);

    private static readonly byte[][] NotMeasured = ["NaN"u8.ToArray(), "-NaN"u8.ToArray(), "Infinity"u8.ToArray(), "-Infinity"u8.ToArray()];

    /// <summary>The content as strict JSON, as far as these are what keeps it from being so.</summary>
    public static byte[] Strict(ReadOnlySpan<byte> content)
    {
        var loose = ExportFile.InUtf8(content);
        var strict = new List<byte>();
        var (isObject, depth, mayBeName, done) = (new bool[MostDepth + 1], 0, false, 0);
        for (var i = 0; i < loose.Length; i++)
        {
            switch (loose[i])
            {
                case (byte)'"':
                    i = EndOfText(loose, i);
                    mayBeName = false;
                    break;
                case (byte)'{' or (byte)'[':
                    mayBeName = loose[i] == '{';
                    depth = Math.Min(depth + 1, MostDepth);
                    isObject[depth] = mayBeName;
                    break;
                case (byte)'}' or (byte)']':
                    depth = Math.Max(depth - 1, 0);
                    mayBeName = false;
                    break;
                case (byte)',':
                    mayBeName = isObject[depth];
                    break;
                case <= (byte)' ' or (byte)':':
                    break;
                default:
                    var word = Word(loose, i);
                    if (mayBeName && word > 0)
                    {
                        strict.AddRange(loose.AsSpan(done, i - done));
                        strict.Add((byte)'"');
                        strict.AddRange(loose.AsSpan(i, word));
                        strict.Add((byte)'"');
                        done = i + word;
                    }
                    else if (Array.Exists(NotMeasured, name => loose.AsSpan(i, word).SequenceEqual(name)))
                    {
                        loose.AsSpan(i, word).Fill((byte)' ');
                        "\"\""u8.CopyTo(loose.AsSpan(i));
                    }

                    mayBeName = false;
                    i += Math.Max(word - 1, 0);
                    break;
            }
        }

        if (strict.Count == 0)
        {
            return loose;
        }

        strict.AddRange(loose.AsSpan(done));
        return [.. strict];
    }

    /// <summary>The place of the sign that ends a text; its line breaks become blanks.</summary>
    private static int EndOfText(byte[] content, int start)
    {
        for (var i = start + 1; i < content.Length; i++)
        {
            if (content[i] == '"')
            {
                return i;
            }

            if (content[i] == '\\')
            {
                i++;
            }
            else if (content[i] < ' ')
            {
                content[i] = (byte)' ';
            }
        }

        return content.Length;
    }

    /// <summary>Length of a word without quotes: a name, a number.</summary>
    private static int Word(byte[] content, int start)
    {
        var end = start;
        while (end < content.Length && WordSigns.Contains(content[end]))
        {
            end++;
        }

        return end - start;
    }
}
