using System.Text.RegularExpressions;

namespace KneeLoad.Testing;

/// <summary>Words that no text of ours may hold: a probability of injury, a promise, a drug, an exercise of hearsay, a reproach.</summary>
public static partial class DenyList
{
    /// <summary>Exact sentences that may say what is denied elsewhere.</summary>
    private static readonly string[] Allowed =
    [
        // That it is none.
        "It is no probability of injury and no diagnosis.",
        "An order of concern, not the chance of an injury.",
        "It is not the chance of an injury, and it is no diagnosis: nobody can tell either from a watch.",
        // The preparations that the article names, which the page on causes answers with what trials found.
        "Glucosamine and chondroitin",
        "The article names glucosamine and chondroitin.",
    ];

    /// <summary>The sentences of a text that may not be said.</summary>
    public static IReadOnlyList<string> Denied(string text) =>
        [.. SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => Word().IsMatch(sentence) && !Allowed.Contains(sentence))];

    [GeneratedRegex(@"(?<=[.!?])\s+|\r?\n\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\bsafe(ly|ty|r|st)?\b|guarant|probabilit|\bchances? of\b|\brisk\b|% (of|more|fewer|less) (runners|people|injur)|\d %? ?(were )?injured"
        + "|ibuprofen|naproxen|diclofenac|aspirin|paracetamol|acetaminophen|nsaid|painkiller|anti-inflammator|ointment|glucosamine|chondroitin"
            + "|supplement|\\bdrug|\\bpill"
        + "|squat|sit(ting)? on (your |the )?heels|run through|detrain|streak|lazy|wrong(ly)? (with|land)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
