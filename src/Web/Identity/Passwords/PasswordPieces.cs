namespace KneeLoad.Web.Identity.Passwords;

/// <summary>
/// Counts the pieces that a guesser has to put together for a password, the fewest that make it up: a common word also in its
/// usual disguise, a word of the long list (two pieces, since there are many), keys or letters in a row, one letter repeated, a year, a few digits
/// and signs. Any other letter is a piece of its own.
/// </summary>
internal static class PasswordPieces
{
    private const int ShortestRun = 3;
    private const int YearLength = 4;
    private const int PiecesOfListedWord = 2;

    /// <summary>Digits and signs up to this many count as two pieces at most, since they are what is added to a word.</summary>
    private const int LongestAddition = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm",
        "yxcvbnm", "wxcvbn",
        "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "1qay2wsx3edc", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6",
        "a1b2c3d4e5f6g7h8", "1a2b3c4d5e6f7g8h", "!@#$%^&*()", "147258369", "123654789",
    ];

    private static readonly string[] Runs = [.. Rows, .. Rows.Select(row => string.Concat(row.Reverse()))];

    /// <summary>The fewest pieces.</summary>
    /// <param name="text">The password in small letters.</param>
    /// <param name="ownWords">Words that are known of whose it is, in small letters.</param>
    public static int Count(string text, IEnumerable<string> ownWords)
    {
        string[] words = [.. CommonWords.All, .. ownWords];
        var bare = new[] { text, Undisguised(text, 'i'), Undisguised(text, 'l') }.Distinct(StringComparer.Ordinal).ToList();
        var fewest = new int[text.Length + 1];
        for (var start = text.Length - 1; start >= 0; start--)
        {
            fewest[start] = 1 + fewest[start + 1];
            foreach (var (length, pieces) in PiecesAt(text, start, words).Concat(ListedAt(bare, start)))
            {
                fewest[start] = Math.Min(fewest[start], pieces + fewest[start + length]);
            }
        }

        return fewest[0];
    }

    private static IEnumerable<(int Length, int Pieces)> PiecesAt(string text, int start, string[] words)
    {
        foreach (var word in words.Where(word => IsWordAt(text, start, word)))
        {
            yield return (word.Length, 1);
        }

        for (var length = ShortestRun; start + length <= text.Length && IsRun(text.AsSpan(start, length)); length++)
        {
            yield return (length, 1);
        }

        if (start + YearLength <= text.Length
            && text.AsSpan(start, YearLength) is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'])
        {
            yield return (YearLength, 1);
        }

        for (var length = 1; length <= LongestAddition
            && start + length <= text.Length
            && text[start + length - 1] is < (char)128 and not (>= 'a' and <= 'z'); length++)
        {
            yield return (length, Math.Min(length, 2));
        }
    }

    private static IEnumerable<(int Length, int Pieces)> ListedAt(List<string> bare, int start) =>
        bare.SelectMany(text => CommonPasswordList.WordsAt(text, start)).Select(length => (length, PiecesOfListedWord));

    /// <summary>The text as it would be without the usual disguise of its letters. A one may stand for two of them.</summary>
    internal static string Undisguised(string text, char one) => string.Create(text.Length, (text, one), static (plain, from) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = from.text[i] switch
            {
                '0' => 'o',
                '1' => from.one,
                '!' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                '8' => 'b',
                '9' => 'g',
                var other => other,
            };
        }
    });

    private static bool IsRun(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept(text[0]))
        {
            return true;
        }

        foreach (var run in Runs)
        {
            if (run.AsSpan().Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWordAt(string text, int start, string word)
    {
        if (start + word.Length > text.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (text[start + i] != word[i] && !IsDisguise(text[start + i], word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDisguise(char written, char meant) => (written, meant) is
        ('0', 'o') or ('1', 'i' or 'l') or ('!', 'i') or ('3', 'e') or ('4' or '@', 'a') or ('5' or '$', 's') or ('7', 't') or ('8', 'b') or ('9', 'g');
}

/// <summary>Words that stand in many passwords: the sport's, names, seasons, teams and endearments in a few languages. A list of our own making.</summary>
internal static class CommonWords
{
    /// <summary>The words in small letters, none shorter than three.</summary>
    public static IReadOnlyList<string> All { get; } = """
        password passwort passwd pass kennwort motdepasse contrasena contraseña parola senha haslo welcome willkommen bienvenue letmein iloveyou ichliebedich
        jetaime teamo trustno sunshine princess football baseball basketball superman batman spiderman dragon monkey shadow master whatever starwars pokemon
        naruto computer internet samsung android windows changeme secret geheim default admin administrator root user guest login test access running runner
        run marathon kneeload knee strava garmin polar suunto coros fitness trail jogging triathlon sport liverpool chelsea arsenal barcelona realmadrid
        juventus bayern borussia manchester united rangers celtic yankees lakers cowboys steelers summer winter spring autumn fall sommer herbst frühling
        fruehling verano invierno primavera printemps january february march april june july august september october november december januar februar märz
        maerz juni juli oktober dezember monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
        hello hallo bonjour hola ciao servus freedom flower cheese killer soccer hunter ginger google facebook instagram youtube amazon netflix love liebe
        amour amor baby angel engel schatz lovely lover sweet honey sugar cookie chocolate butterfly rainbow diamond silver golden purple orange yellow
        michael jennifer charlie jordan michelle jessica ashley daniel thomas robert matthew andrew joshua anthony nicole amanda samantha andrea anna maria
        laura julia sarah lisa lena emma sophie sophia hannah paul peter martin stefan andreas alexander sebastian christian max felix lukas david james john
        jack george harry william oliver benjamin patrick richard martina sabine claudia monica carlos jose juan pedro antonio alejandro pierre marie camille
        nicolas julien chloe lea manon mario luigi giuseppe francesco tigger pepper snoopy buster bailey maggie bella lucky happy hockey tennis golf racing
        ferrari porsche mercedes harley yamaha mustang corvette matrix phoenix thunder legend ninja wizard zxcvbn asdf qwer qazwsx money dollar business
        office london paris berlin america germany france
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
