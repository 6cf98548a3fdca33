using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>
/// Writes a letter as HTML that mail programs of any age show: tables, styles on the elements, nothing fetched from anywhere.
/// Colours of dark mode stand in a style block, which the programs that have a dark mode read.
/// </summary>
internal static class LetterAsHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    public static string Write(WeeklyLetter letter)
    {
        var html = new StringBuilder();
        html.Append(Head(letter.Language, Encoded(letter.Subject)));
        html.Append(CultureInfo.InvariantCulture, $"""
            <body class="page" style="margin:0;padding:0;background:#f4f6f7;">
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f6f7;">
            <tr><td align="center" style="padding:24px 12px;">
            <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dde3e6;border-radius:12px;">
            <tr><td style="padding:24px 24px 18px;{Font}">
            {Level(letter)}<h1 class="ink" style="margin:0;font-size:20px;line-height:1.4;font-weight:600;color:#12202a;">{Encoded(letter.Opening)}</h1>
            </td></tr>

            """);
        foreach (var line in letter.Lines)
        {
            html.Append(Line(line));
        }

        html.Append(CultureInfo.InvariantCulture, $"""
            <tr><td style="height:16px;line-height:16px;font-size:0;">&#160;</td></tr>
            </table>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;">
            <tr><td class="soft" style="padding:16px 24px;{Font}font-size:13px;line-height:1.7;color:#56656e;">

            """);
        html.AppendJoin("<br>\n", letter.Footer.Select(Small));
        return html.Append("""

            </td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>

            """).ToString();
    }

    private static string Head(string language, string title) => $$"""
        <!doctype html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{title}}</title>
        <style>
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
        .page { background: #0e1418 !important; }
        .card { background: #182127 !important; border-color: #2b3840 !important; }
        .ink { color: #eef2f4 !important; }
        .soft { color: #a9b6bd !important; }
        .line { border-color: #2b3840 !important; }
        .act { background: #62cdc6 !important; color: #06201f !important; }
        .link { color: #62cdc6 !important; }
        .bar { background: #62cdc6 !important; }
        .low { background: #163a2a !important; color: #9ee0bd !important; }
        .watch { background: #2f3a16 !important; color: #d7e49a !important; }
        .elevated { background: #43340f !important; color: #f4d58a !important; }
        .high { background: #4a1d1d !important; color: #f7b4b4 !important; }
        .unknown { background: #2b3840 !important; color: #d3dce1 !important; }
        }
        </style>
        </head>

        """;

    private static string Level(WeeklyLetter letter) => letter.Level is not { } level
        ? ""
        : $"""
            <p style="margin:0 0 12px;"><span class="{letter.Tone}" style="display:inline-block;padding:3px 10px;border-radius:999px;font-size:13px;font-weight:600;{Colours(letter.Tone)}">{Encoded(level)}</span></p>

            """;

    private static string Line(LetterLine line) => $"""
        <tr><td class="line" style="padding:12px 24px;border-top:1px solid #e8edef;{Font}">
        <p class="soft" style="margin:0 0 2px;font-size:13px;color:#56656e;">{Encoded(line.Label)}</p>
        <p class="ink" style="margin:0;font-size:16px;line-height:1.5;color:#12202a;">{Encoded(line.Text)}</p>{Bars(line.Bars)}{Link(line)}
        </td></tr>

        """;

    // The bar of a block without metres is as thin as a mail program draws an empty cell.
    private static string Bars(IReadOnlyList<LetterBar> bars) => bars.Count == 0
        ? ""
        : $"""

            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 2px;">
            {string.Join('\n', bars.Select(Bar))}
            </table>
            """;

    private static string Bar(LetterBar bar)
    {
        var width = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * bar.Share):0}%");
        const string Cell = $"padding:2px 0;{Font}font-size:13px;line-height:1.4;color:#56656e;white-space:nowrap;";
        return $"""
            <tr><td class="soft" width="112" style="{Cell}">{Encoded(bar.Label)}</td><td style="padding:2px 8px;"><div class="bar" style="width:{width};height:8px;border-radius:4px;background:#0b6a6c;font-size:0;line-height:0;"></div></td><td class="soft" width="64" align="right" style="{Cell}">{Encoded(bar.Value)}</td></tr>
            """;
    }

    private static string Link(LetterLine line) => line switch
    {
        { Link: { } link, IsButton: true } => $"""

            <p style="margin:10px 0 4px;"><a class="act" href="{Encoded(link.AbsoluteUri)}" style="display:inline-block;padding:11px 18px;border-radius:8px;background:#0b6a6c;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;">{Encoded(line.LinkText)}</a></p>
            """,
        { Link: { } link } => $"""

            <p style="margin:4px 0 0;font-size:14px;line-height:1.5;"><a class="link" href="{Encoded(link.AbsoluteUri)}" style="color:#0b6a6c;">{Encoded(line.LinkText)}</a></p>
            """,
        _ => "",
    };

    private static string Small(LetterLine line) => line.Link is { } link
        ? $"""<a class="soft" href="{Encoded(link.AbsoluteUri)}" style="color:#56656e;">{Encoded(line.LinkText)}</a>"""
        : Encoded(line.Text);

    private static string Colours(string tone) => tone switch
    {
        "low" => "background:#dff3e7;color:#14532d;",
        "watch" => "background:#eef3d6;color:#44510d;",
        "elevated" => "background:#fdf0cf;color:#6b4700;",
        "high" => "background:#fbdede;color:#7f1d1d;",
        _ => "background:#e6ebee;color:#3c4a52;",
    };

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
