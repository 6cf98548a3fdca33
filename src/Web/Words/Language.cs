using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace KneeLoad.Web.Words;

/// <summary>
/// One language that the product speaks. It holds every sentence a person reads: <c>language["Ceiling.Limit", ("distance", "11.0 km")]</c>
/// is the text <c>Limit</c> of <c>Texts/Ceiling.resx</c> with its placeholder <c>{distance}</c> filled.
/// </summary>
/// <remarks>A further language is a further resource file beside each topic, and an entry in <see cref="All"/>.</remarks>
public class Language
{
    private static readonly ConcurrentDictionary<string, ResourceManager> Topics = new(StringComparer.Ordinal);

    /// <summary>Makes a language.</summary>
    /// <param name="tag">Its tag after BCP 47, as in the attribute lang.</param>
    /// <param name="culture">Names of days and months, and the marks in numbers.</param>
    protected Language(string tag, CultureInfo culture)
    {
        Tag = tag;
        Culture = culture;
        Days = new(this);
        Format = new(this);
    }

    /// <summary>English, the language of the resource files without a name. Its marks and names don't change with the server's data.</summary>
    public static Language English { get; } = new("en", CultureInfo.InvariantCulture);

    /// <summary>All languages that can be chosen.</summary>
    public static IReadOnlyList<Language> All { get; } = [English];

    /// <summary>The tag after BCP 47.</summary>
    public string Tag { get; }

    /// <summary>Names of days and months, and the marks in numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Writes days.</summary>
    public DayFormat Days { get; }

    /// <summary>Writes quantities whose unit everybody reads alike.</summary>
    public LanguageFormat Format { get; }

    /// <summary>A sentence with its placeholders filled.</summary>
    /// <param name="key">Topic and name: <c>Ceiling.Limit</c>.</param>
    /// <param name="values">The quantities, formatted for the reader, by the names of the placeholders.</param>
    /// <exception cref="ArgumentException">There is no such text, or a placeholder has no value.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> values]
    {
        get
        {
            var text = Text(key);
            if (!text.Contains('{', StringComparison.Ordinal))
            {
                return text;
            }

            var filled = new StringBuilder();
            foreach (var (words, placeholder) in Template.Of(text))
            {
                filled.Append(words).Append(placeholder is null ? "" : ValueOf(key, placeholder, values));
            }

            return filled.ToString();
        }
    }

    /// <summary>The language of a tag; null when it is not spoken.</summary>
    public static Language? Of(string? tag) =>
        All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>A sentence whose values are pieces of a page, such as a link. The words are encoded, the values are written as they are.</summary>
    /// <param name="key">Topic and name.</param>
    /// <param name="values">Pieces by the names of the placeholders.</param>
    /// <exception cref="ArgumentException">There is no such text, or a placeholder has no value.</exception>
    public IHtmlContent Html(string key, params ReadOnlySpan<(string Name, IHtmlContent Value)> values)
    {
        var html = new HtmlContentBuilder();
        foreach (var (words, placeholder) in Template.Of(Text(key)))
        {
            html.Append(words);
            if (placeholder is not null)
            {
                html.AppendHtml(ValueOf(key, placeholder, values));
            }
        }

        return html;
    }

    /// <summary>A link with its text, as a value of <see cref="Html"/>.</summary>
    /// <param name="address">The address; a path of this site or a full address.</param>
    /// <param name="key">Topic and name of the text that is tapped.</param>
    /// <param name="values">The text's quantities by the names of its placeholders.</param>
    public IHtmlContent Link(string address, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        new HtmlString($"<a href=\"{HtmlEncoder.Default.Encode(address)}\">{HtmlEncoder.Default.Encode(this[key, values])}</a>");

    /// <summary>A sentence of a number of things: the text <c>key.One</c> of one, else <c>key.Many</c>, each with <c>{count}</c>.</summary>
    public string Count(string key, int count) => this[key + (count == 1 ? ".One" : ".Many"), ("count", Format.Number(count, 0))];

    /// <summary>A list in a sentence: a, b and c.</summary>
    public string Join(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count < 2
            ? string.Concat(items)
            : this[
                "Units.List.And",
                ("most", items.SkipLast(1).Aggregate((most, next) => this["Units.List.Comma", ("most", most), ("next", next)])),
                ("last", items[^1])];
    }

    /// <summary>A text that is a pattern for a formatter and is read by nobody.</summary>
    internal string Pattern(string key) => Stored(key);

    /// <summary>Words that a formatter made in this language, such as the name of a day.</summary>
    protected internal virtual string Said(string words) => words;

    private string Text(string key) => Said(Stored(key));

    private string Stored(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
        {
            throw new ArgumentException($"{key} names no topic.", nameof(key));
        }

        var texts = Topics.GetOrAdd(key[..dot], topic => new($"{typeof(Language).Namespace}.Texts.{topic}", typeof(Language).Assembly));
        return texts.GetString(key[(dot + 1)..], Culture) ?? throw new ArgumentException($"There is no text {key}.", nameof(key));
    }

    private static T ValueOf<T>(string key, string placeholder, ReadOnlySpan<(string Name, T Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (string.Equals(name, placeholder, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new ArgumentException($"{key} needs a value for {placeholder}.", nameof(values));
    }
}
