using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Mailing;

/// <summary>Writes a letter: a few paragraphs and at most one link, as text and as HTML of the same content.</summary>
public sealed class LetterPaper(Address address, Language say)
{
    private readonly Uri root = new(address.Public.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The mail.</summary>
    /// <param name="kind">The kind of the letter.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="to">Where to.</param>
    /// <param name="token">The token that its link carries; null for none.</param>
    public OutgoingMail Write(LetterKind kind, Letter letter, Mailbox to, string? token)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(to);
        var values = ValuesOf(kind, letter);
        var (before, after) = (Paragraphs(kind.Texts + "Before", values), Paragraphs(kind.Texts + "After", values));
        var link = kind.Link is { } one
            ? (Words: say[kind.Texts + "Do", values], Address: new Uri(root, token is null ? one.Page : $"{one.Page}/{token}").AbsoluteUri)
            : default;
        var subject = say[kind.Texts + "Subject", values];
        return new()
        {
            MessageId = $"{letter.Id:n}.{kind.Name}@{root.IdnHost}",
            To = to,
            Subject = subject,
            TextBody = Text(before, link, after),
            HtmlBody = Html(subject, before, link, after),
        };
    }

    private (string Name, string Value)[] ValuesOf(LetterKind kind, Letter letter)
    {
        var own = letter.Values is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];
        return
        [
            ("host", root.IdnHost),
            .. kind.Link is TokenLink { Life: var life } ? LifeOf(life) : [],
            .. own.Select(pair => (pair.Key, pair.Value)),
        ];
    }

    private (string Name, string Value)[] LifeOf(Duration life) =>
        [
            ("days", say.Format.Number(life.TotalDays, 0)),
            ("hours", say.Format.Number(life.TotalHours, 0)),
            ("minutes", say.Format.Number(life.TotalMinutes, 0)),
        ];

    private string[] Paragraphs(string key, (string Name, string Value)[] values) =>
        [.. say[key, values].ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Text(string[] before, (string Words, string Address) link, string[] after)
    {
        string[] parts = [.. before, .. link.Address is null ? [] : new[] { $"{link.Words}:\n{link.Address}" }, .. after];
        return SimpleTypography.Of(string.Join("\n\n", parts) + "\n");
    }

    private string Html(string subject, string[] before, (string Words, string Address) link, string[] after)
    {
        var encode = HtmlEncoder.Default;
        string[] parts =
        [
            .. before.Select(encode.Encode),
            .. link.Address is null ? [] : new[] { $"<a href=\"{encode.Encode(link.Address)}\">{encode.Encode(link.Words)}</a>" },
            .. after.Select(encode.Encode),
        ];
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{say.Tag}">
            <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>{encode.Encode(subject)}</title></head>
            <body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;">
            {string.Join('\n', parts.Select(part => $"<p>{part}</p>"))}
            </body>
            </html>

            """);
    }
}
