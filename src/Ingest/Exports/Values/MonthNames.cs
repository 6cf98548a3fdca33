using System.Collections.Frozen;
using System.Text;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>
/// Months by the beginnings of their names, in the languages that Strava and the makers write tables in. The program knows no
/// cultures, so that the names stand here.
/// </summary>
internal static class MonthNames
{
    // Without accents: of two beginnings the longer holds, so that marraskuu (November) is no March.
    private static readonly string[] Beginnings =
    [
        // English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Czech, Turkish, Indonesian, Finnish, Romanian, Russian
        "jan gen ene sty led oca tammi ian янв січ",
        "feb fev fbr lut uno sub peb helmi фев лют",
        "mar mrt maa mae bre mrz maalis мар бер",
        "apr avr abr kwi dub nis huhti апр кві",
        "may mai maj mei mag kve touko maggio май мая тра",
        "jun juin giu cze cervna cerven cvn haz kesa iun июн чер",
        "jul juil lug lip cervence cervenec cvc tem heina iul июл лип",
        "aug aou ago sie srp agu elo авг сер",
        "sep set wrz zar eyl syys сен вер",
        "oct okt ott out paz rij eki loka окт жов",
        "nov lis kas marras noi ноя лис",
        "dec dic dez des gru pro ara joulu дек гру",
    ];

    private static readonly FrozenDictionary<string, int> Months = Beginnings
        .SelectMany((names, month) => names.Split(' ').Select(name => (name, Month: month + 1)))
        .ToFrozenDictionary(month => month.name, month => month.Month, StringComparer.Ordinal);

    private static readonly int Longest = Months.Keys.Max(name => name.Length);

    private static readonly FrozenDictionary<char, char> Plain = Accents();

    /// <summary>The month that a word names, from 1; null where it names none.</summary>
    public static int? Of(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var lower = char.ToLowerInvariant(letter);
            plain.Append(Plain.GetValueOrDefault(lower, lower));
        }

        var name = plain.ToString();
        for (var length = Math.Min(Longest, name.Length); length >= 3; length--)
        {
            if (Months.TryGetValue(name[..length], out var month))
            {
                return month;
            }
        }

        return null;
    }

    private static FrozenDictionary<char, char> Accents() => new (string Written, char Plain)[]
    {
        ("áàâäãåą", 'a'), ("çčć", 'c'), ("ď", 'd'), ("éèêëęě", 'e'), ("ğ", 'g'), ("íìîïı", 'i'), ("ł", 'l'), ("ňńñ", 'n'), ("óòôöõø", 'o'),
        ("ř", 'r'), ("şšśș", 's'), ("ťț", 't'), ("úùûüů", 'u'), ("ý", 'y'), ("źżž", 'z'),
    }.SelectMany(group => group.Written.Select(letter => (letter, group.Plain))).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);
}
