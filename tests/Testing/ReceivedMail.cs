using System.Text;
using MimeKit;

namespace KneeLoad.Testing;

/// <summary>A mail as a server received it, read as a mail program would: headers unfolded and decoded, parts decoded.</summary>
/// <param name="Headers">Name and value of each, in order.</param>
/// <param name="Text">The text part, decoded; empty when there is none.</param>
/// <param name="Html">The HTML part, decoded; empty when there is none.</param>
/// <param name="Raw">The message as it came.</param>
public sealed record ReceivedMail(IReadOnlyList<KeyValuePair<string, string>> Headers, string Text, string Html, string Raw)
{
    /// <summary>Whether it came over TLS.</summary>
    public bool IsTls { get; init; }

    /// <summary>The sender and the receivers that were named to the server.</summary>
    public string Envelope { get; init; } = "";

    /// <summary>The one header of this name.</summary>
    public string this[string name] => Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Reads a message.</summary>
    public static ReceivedMail Parse(string raw) => Parse(Encoding.UTF8.GetBytes(raw));

    /// <summary>Reads a message.</summary>
    public static ReceivedMail Parse(byte[] raw)
    {
        using var message = MimeMessage.Load(new MemoryStream(raw));
        return new(
            [.. message.Headers.Select(header => KeyValuePair.Create(header.Field, header.Value))],
            Part(message, "plain"),
            Part(message, "html"),
            Encoding.UTF8.GetString(raw));
    }

    private static string Part(MimeMessage message, string subtype)
    {
        using var decoded = new MemoryStream();
        message.BodyParts.OfType<TextPart>().SingleOrDefault(part => part.ContentType.IsMimeType("text", subtype))?.Content?.DecodeTo(decoded);
        return Encoding.UTF8.GetString(decoded.ToArray());
    }
}
