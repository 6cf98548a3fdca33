using System.Text;
using System.Text.RegularExpressions;

namespace KneeLoad.Testing;

/// <summary>A mail as a server received it, read as a mail program would: headers unfolded and decoded, parts decoded.</summary>
/// <param name="Headers">Name and value of each, in order.</param>
/// <param name="Text">The text part, decoded; empty when there is none.</param>
/// <param name="Html">The HTML part, decoded; empty when there is none.</param>
/// <param name="Raw">The message as it came.</param>
public sealed partial record ReceivedMail(IReadOnlyList<KeyValuePair<string, string>> Headers, string Text, string Html, string Raw)
{
    /// <summary>The one header of this name.</summary>
    public string this[string name] => Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads a message.</summary>
    public static ReceivedMail Parse(string raw)
    {
        var (headers, body) = Split(raw);
        var boundary = Boundary().Match(headers.Single(header => header.Key == "Content-Type").Value).Groups[1].Value;
        var parts = body.Split($"--{boundary}", StringSplitOptions.None)[1..^1].Select(part => Split(part.TrimStart('\r', '\n'))).ToList();
        return new(headers, Part(parts, "text/plain"), Part(parts, "text/html"), raw);
    }

    private static string Part(IEnumerable<(IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)> parts, string mediaType)
    {
        var (headers, body) = parts.SingleOrDefault(part => part.Headers.Any(header => header.Key == "Content-Type" && header.Value.StartsWith(mediaType, StringComparison.Ordinal)));
        return headers?.Single(header => header.Key == "Content-Transfer-Encoding").Value switch
        {
            "7bit" => body,
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            null => "",
            var other => throw new InvalidDataException($"The part is encoded as {other}."),
        };
    }

    private static (IReadOnlyList<KeyValuePair<string, string>> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Folding().Replace(message[..end], " ").Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .Select(pair => KeyValuePair.Create(pair[0], Decoded(pair[1])));
        return ([.. headers], message[(end + 4)..]);
    }

    private static string Decoded(string value) => EncodedWord().Replace(value, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex("boundary=\"?([^\";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex("\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?= ?", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
