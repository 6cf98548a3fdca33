using System.Text.Json;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports.Json;

/// <summary>Reads the items of a list one after the other, so that a long one is never whole in memory as objects.</summary>
internal static class JsonItems
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Hands over each item of a list, or the one object that the file is.</summary>
    /// <param name="content">The file, loose or strict.</param>
    /// <param name="isWhole">Whether a list is handed over as one.</param>
    /// <param name="take">Takes an item; false where no more are asked for.</param>
    /// <returns>The byte at which the file ceases to be well-formed; null where it is to its end.</returns>
    public static long? Read(ReadOnlySpan<byte> content, bool isWhole, Func<JsonElement, bool> take)
    {
        byte[] strict = LooseJson.Strict(content);
        var json = new Utf8JsonReader(strict, Options);
        try
        {
            while (json.Read())
            {
                if (json is { TokenType: JsonTokenType.StartObject, CurrentDepth: <= 1 } || (isWhole && json.TokenType is JsonTokenType.StartArray))
                {
                    using var item = JsonDocument.ParseValue(ref json);
                    if (!take(item.RootElement))
                    {
                        break;
                    }
                }
            }

            return null;
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return PlaceOf(exception, strict);
        }
    }

    // A key that holds half a sign is told by another exception.
    private static bool IsMalformed(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>The byte at which a document ceases to be well-formed.</summary>
    private static long PlaceOf(Exception exception, ReadOnlySpan<byte> content)
    {
        var (line, place) = (0, exception as JsonException);
        for (var left = place?.LineNumber ?? 0; left > 0 && content[line..].IndexOf((byte)'\n') is >= 0 and var end; left--)
        {
            line += end + 1;
        }

        return Math.Min(content.Length, line + (place?.BytePositionInLine ?? 0));
    }
}
