using System.IO.Compression;

namespace KneeLoad.Web.Identity.Passwords;

/// <summary>
/// The passwords that most people took in breaches that became public, in small letters: the 100,000 most common of eight characters
/// or more, and the 20,000 most common shorter words of letters alone. README.md beside the file says where it is from.
/// </summary>
internal static class CommonPasswordList
{
    private const string File = "KneeLoad.Web.Identity.Passwords.common-passwords.txt.gz";
    private const int LongestWord = 14;

    private static readonly Lazy<HashSet<string>> Listed = new(Read);

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<string> All => Listed.Value;

    /// <summary>Whether a password stands in the list.</summary>
    /// <param name="plain">The password in small letters.</param>
    public static bool Holds(string plain) => Listed.Value.Contains(plain);

    /// <summary>The lengths of the listed words of letters alone that begin at a place of a text.</summary>
    /// <param name="text">The text in small letters.</param>
    /// <param name="start">The place.</param>
    public static IEnumerable<int> WordsAt(string text, int start)
    {
        var listed = Listed.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 4; length <= LongestWord && start + length <= text.Length && char.IsAsciiLetterLower(text[start + length - 1]); length++)
        {
            if (text.AsSpan(start, length).ContainsAnyExceptInRange('a', 'z'))
            {
                yield break;
            }

            if (listed.Contains(text.AsSpan(start, length)))
            {
                yield return length;
            }
        }
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswordList).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException(File);
        using var lines = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var all = new HashSet<string>(120_000, StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            all.Add(line);
        }

        return all;
    }
}
