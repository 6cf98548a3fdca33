using System.Net;
using System.Text.RegularExpressions;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>Reads every page that links lead to, as a person without script could.</summary>
internal static partial class Crawl
{
    /// <summary>Every page that is reached from some addresses, by address.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PagesAsync(HttpClient http, params string[] from)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(from);
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        while (open.TryDequeue(out var address))
        {
            using var reply = await http.GetAsync(address);
            Assert.True(reply.StatusCode is HttpStatusCode.OK, $"{address} answers {(int)reply.StatusCode}");
            if (reply.Content.Headers.ContentType?.MediaType is not "text/html")
            {
                continue;
            }

            var html = await reply.Content.ReadAsStringAsync();
            pages.Add(address, html);
            foreach (var link in Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)).Where(seen.Add))
            {
                open.Enqueue(link);
            }
        }

        return pages;
    }

    /// <summary>The text of a page as a person reads it: no tags, a line for each block.</summary>
    public static string Words(string html) =>
        PlainPages.Plain(Blank().Replace(Tag().Replace(Block().Replace(Unread().Replace(html, " "), "\u0001"), ""), " ")).Replace('\u0001', '\n');

    [GeneratedRegex("<a\\s[^>]*href=\"(?<to>/[^\"#]*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("<(script|style|math)\\b.*?</(script|style|math)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unread();

    [GeneratedRegex(
        "</?(p|li|ul|ol|h[1-6]|div|section|td|th|tr|dt|dd|summary|caption|label|option|legend|title|text|button|figcaption|br)\\b[^>]*>",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \r\n\t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
