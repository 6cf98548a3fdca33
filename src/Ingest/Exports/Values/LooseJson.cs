namespace KneeLoad.Ingest.Exports.Values;

/// <summary>
/// Makes strict JSON of what some services write. NaN for a value that was not measured becomes an empty text, which is no number
/// either; a line break within a text becomes a blank. Nothing changes its place.
/// </summary>
internal static class LooseJson
{
    /// <summary>The content as strict JSON, as far as these two are what keeps it from being so.</summary>
    public static byte[] Strict(ReadOnlySpan<byte> content)
    {
        var strict = (content.StartsWith("\uFEFF"u8) ? content[3..] : content).ToArray();
        var isText = false;
        for (var i = 0; i < strict.Length; i++)
        {
            switch (strict[i])
            {
                case (byte)'"':
                    isText = !isText;
                    break;
                case (byte)'\\' when isText:
                    i++;
                    break;
                case < (byte)' ' when isText:
                    strict[i] = (byte)' ';
                    break;
                case (byte)'N' when !isText && strict.AsSpan(i).StartsWith("NaN"u8):
                    "\"\" "u8.CopyTo(strict.AsSpan(i));
                    i += 2;
                    break;
            }
        }

        return strict;
    }
}
