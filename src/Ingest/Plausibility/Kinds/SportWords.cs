using System.Globalization;
using System.Text;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Kinds;

/// <summary>
/// Words by which exports and runners call an activity, in the languages that watches and apps speak. Phones write the sport in
/// their own language; translations are those of the apps' own menus.
/// </summary>
/// <remarks>Without case, accents and signs. A word is compared whole; a stem ends with a star, and a word that ends so begins with one.</remarks>
internal static class SportWords
{
    private static readonly Words Running = new(
        // English
        "run", "runs", "running", "runner", "*run", "*running", "jog*", "jogging", "treadmill", "trailrun*", "marathon", "halfmarathon",
        "ultramarathon", "fartlek", "parkrun", "orienteering", "canicross",
        // German
        "lauf*", "gelaufen", "*lauf", "*laufen", "joggen", "*joggen",
        // French
        "courir", "course a pied", "course pied", "footing", "tapis de course", "tapis roulant", "course trail", "course sur route",
        "course sur piste", "course en salle", "course nature", "course d orientation",
        // Spanish, Catalan, Galician, Basque, Portuguese
        "correr", "corriendo", "carrera", "carreras", "cursa", "correr na", "corrida", "corridas", "correndo", "trote", "esteira", "passadeira",
        "carreira", "carreiras", "korrika", "lasterketa",
        // Italian
        "corsa", "corse", "correre", "correndo",
        // Dutch
        "hardlopen", "hardloop*", "lopen", "*lopen", "rennen", "trailrunnen", "loopband",
        // Swedish, Norwegian, Danish
        "lopning", "lopa", "loptur", "loprunda", "*lopning", "loping", "lope", "*loping", "lopetur", "lob", "lobe", "lobetur", "*lob",
        "lobetraening", "lobeband", "terranglopning", "lopband", "loppass", "loptraning", "lopetrening", "lop", "*lop", "tredemolle", "orientering",
        "hlaup", "hlaup*", "*hlaup",
        // Finnish, Estonian, Hungarian
        "juoksu", "juoksu*", "*juoksu", "juokseminen", "holkka", "jooks", "jooks*", "*jooks", "futas", "futas*", "*futas", "futopad*", "kocogas", "suunnistus",
        // Polish, Czech, Slovak, Slovene, Croatian, Serbian
        "bieg", "bieg*", "bieganie", "biezni*", "bezeck*", "tekaln*", "beh", "behani", "behanie", "beh*", "tek", "tekanje", "trcanje", "trcanj*", "трчање",
        // Irish, Welsh
        "rith", "rhedeg",
        // Romanian, Lithuanian, Latvian
        "alergare", "alergat", "begimas", "begim*", "kros", "krosas", "begtak*", "skriesana", "skrejcel*",
        // Russian, Ukrainian, Bulgarian
        "бег", "бега", "бегом", "бегов*", "бігов*", "бягащ*", "забег", "забіг", "трейлраннинг", "трейлраннінг", "трейл", "пробежка", "пробежки",
        "пробіжка", "біг", "бігу", "бягане", "джоггинг",
        // Greek, Turkish
        "τρεξιμο", "δρομικο", "τρεξιματα", "διαδρομος", "kosu", "kosusu", "kosmak",
        // Hebrew, Arabic, Persian
        "ריצה", "ריצת", "הליכון", "جري", "الجري", "ركض", "الركض", "دویدن", "دو",
        // Indonesian, Malay, Vietnamese
        "lari", "berlari", "joging", "chay", "chay bo",
        // Hindi, Thai, Chinese, Japanese, Korean
        "दौड़", "दौड़ना", "วิ่ง", "跑步", "长跑", "長跑", "慢跑", "路跑", "越野跑", "跑", "ランニング", "ジョギング", "ジョグ", "マラソン", "トレイルラン", "トレラン", "トレッドミル", "달리기", "러닝",
        "런닝", "조깅", "마라톤", "트레드밀");

    // Names of a sport that mean a run where no word says otherwise, and much else in the name of a track.
    private static readonly Words RunningAsSport = new("trail", "trails", "course", "cinta");

    private static readonly Words Walking = new(
        "walk", "walks", "walking", "*walk", "hike", "hikes", "hiking", "trekking", "trek", "ramble", "stroll",
        "gehen", "spazieren", "spaziergang", "wandern", "wanderung", "walken", "marche", "randonnee", "balade", "caminar", "caminata", "senderismo",
        "excursion",
        "caminhada", "caminhar", "camminata", "camminare", "passeggiata", "escursione", "escursionismo", "wandelen", "wandeling", "gang", "gatur",
        "promenad", "vandring", "vandretur", "gatur", "fottur",
        "kavely", "kavely*", "*kavely", "vaellus", "seta", "tura", "turazas", "plimbare", "mers", "marsz", "chod", "camina*", "ganga", "ibilaldi*",
        "oinez", "piesza", "gyaloglas", "spacer", "chodzenie", "wedrowka", "chuze", "turistika", "chodza", "hoja", "pohod", "hodanje", "mers pe jos",
        "drumetie",
        "ходьба", "прогулка", "поход", "хідьба", "ходене", "περπατημα", "πεζοπορια", "yuruyus", "הליכה", "مشي", "المشي", "پیاده روی", "jalan kaki",
        "berjalan", "di bo", "เดิน",
        "徒步", "步行", "健走", "散步", "ウォーキング", "散歩", "ハイキング", "걷기", "등산", "하이킹");

    private static readonly Words Other = new(
        "bike", "bikes", "biking", "ebike", "*bike", "*biking", "cycle", "cycling*", "*cycling", "cyclisme", "ciclismo", "cyklistika", "kolarstwo",
        "ride", "riding", "*ride", "radfahren", "rad", "radtour", "radeln", "fahrrad*", "rennrad", "mtb", "bmx", "laufrad*", "velo", "velo*",
        "spinning",
        "biciclet*", "bici", "fietsen", "fiets", "wielren*", "cykling", "cykel*", "sykkel*", "sykling", "pyoraily", "kerekpar*", "rower", "jazda",
        "kolo", "cyklo*", "kolesarjenje", "biciklizam", "велосипед*", "велоспорт", "велопрогулка", "колоездене", "ποδηλασια", "bisiklet", "אופניים",
        "دراجة", "ركوب", "bersepeda", "dap xe", "xe dap", "chay xe", "ปั่นจักรยาน", "骑行", "騎行", "骑车", "自行车", "サイクリング", "自転車", "사이클*", "자전거",
        "swim", "swims", "swimming", "*swim", "schwimm*", "natation", "natacion", "natacao", "nuoto", "zwemmen", "simning", "svomming", "svomning",
        "uinti", "uszas", "plywanie", "plavani", "plavanie", "плавание", "плавання", "κολυμβηση", "yuzme", "שחייה", "سباحة", "renang", "游泳", "水泳",
        "수영",
        "ski", "skis", "skiing", "*ski", "*skiing", "skilauf*", "skilanglauf*", "langlauf*", "*langlauf", "skilopning", "snowboard*", "snowshoe*",
        "sled*", "esqui", "esqui*", "sci", "nordic", "skilo*", "skid*", "skij*", "*skilauf", "rollski*", "skitour*", "skifahr*", "schneeschuh*",
        "raquet*", "sifut*", "narciar*", "nart*", "lyz*", "smuc*", "лыж*", "лиж*", "ски", "скиј*", "σκι", "סקי", "滑雪", "スキー", "스키", "langrend",
        "langrenn", "hiihto*", "biathlon*",
        "skojte*", "skoyte*", "schaats*", "rulle*", "滑冰", "轮滑", "スケート", "skate", "skates", "skating", "*skating", "inline*", "inlin*", "roller*",
        "rollschuh*", "rollerblading", "eislauf*", "eisschnell*", "eiskunst*", "schlittschuh*", "patinage", "patinaje", "patinacao", "pattinaggio",
        "skateboard*", "longboard*", "scooter", "skeelern",
        "row", "rowing", "*rowing", "rudern", "ruder*", "aviron", "remo", "paddle*", "paddling", "kayak*", "kajak*", "canoe*", "kanu*", "sail*",
        "segeln", "surf*", "kitesurf*", "windsurf*", "sup", "boat", "boating",
        "drive", "driving", "car", "auto", "motor*", "moto*", "train", "bus", "flight", "flying", "paragliding", "gleitschirm*", "horse*", "gallop*",
        "galop*", "reiten", "equitation", "golf*", "wheelchair*", "handcycle", "handbike",
        "elliptical", "crosstrainer", "crossfit", "gym", "yoga", "pilates", "strength*", "weight*", "krafttraining", "hiit", "cardio", "aerobic*",
        "dance*", "zumba", "stair*", "climb*", "boulder*", "klettern", "escalade", "tennis", "football", "soccer", "fussball", "basketball",
        "volleyball", "badminton", "squash", "hockey", "boxing", "swimrun", "triathlon", "duathlon", "multisport");

    private static readonly Words Neutral = new(
        "unknown", "other", "others", "generic", "default", "activity", "workout", "exercise", "training", "track", "tracks", "sport", "sports",
        "none", "null", "uncategorized", "undefined", "gps",
        "sonstige", "sonstiges", "andere", "unbekannt", "autre", "autres", "inconnu", "otro", "otra", "altro", "altri", "outro", "outra", "anders",
        "overig", "annat", "annet", "andet", "muu", "inne", "jine", "ostatni", "другое", "інше", "diger", "其他", "その他", "기타");

    /// <summary>The answer of a stated sport: a name without a word for running or walking is another sport.</summary>
    /// <param name="stated">The name as the file writes it; null where it states none.</param>
    public static SportAnswer OfSport(string? stated)
    {
        var text = new Text(stated);
        if (!text.HasLetters || Neutral.IsAll(text))
        {
            return SportAnswer.SaysNothing;
        }

        return Of(text) is var answer and not SportAnswer.SaysNothing ? answer
            : RunningAsSport.AnyIn(text) ? SportAnswer.Run
            : SportAnswer.OtherSport;
    }

    /// <summary>The answer of a name that a runner or an app gave an activity; it may say anything, or speak of two sports.</summary>
    public static SportAnswer OfName(string? name)
    {
        var text = new Text(name);
        return Running.AnyIn(text) && Other.AnyIn(text) ? SportAnswer.SaysNothing : Of(text);
    }

    private static SportAnswer Of(Text text) => text switch
    {
        _ when Other.AnyIn(text) => SportAnswer.OtherSport,
        _ when Running.AnyIn(text) => SportAnswer.Run,
        _ when Walking.AnyIn(text) => SportAnswer.Walk,
        _ => SportAnswer.SaysNothing,
    };

    /// <summary>A name in lower case without accents, cut into words.</summary>
    private sealed class Text
    {
        private const int LongestName = 200;

        public Text(string? written)
        {
            var plain = new StringBuilder();
            var wasLower = false;
            foreach (var character in WrittenName.Beginning(written, LongestName).Normalize(NormalizationForm.FormKD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark && character < '\u0900')
                {
                    continue;
                }

                var isWord = char.IsLetter(character)
                    || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
                if (!isWord || (wasLower && char.IsUpper(character)))
                {
                    plain.Append(' ');
                }

                wasLower = char.IsLower(character);
                plain.Append(isWord ? Folded(char.ToLowerInvariant(character)) : string.Empty);
            }

            Whole = plain.ToString().Normalize(NormalizationForm.FormC);
            Tokens = Whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Whole = $" {string.Join(' ', Tokens)} ";
        }

        public string Whole { get; }

        public string[] Tokens { get; }

        public bool HasLetters => Tokens.Length > 0;

        private static string Folded(char character) => character switch
        {
            'ø' => "o",
            'ł' => "l",
            'ı' => "i",
            'ß' => "ss",
            'đ' => "d",
            'æ' => "ae",
            _ => character.ToString(),
        };
    }

    /// <summary>A list of words, stems, endings and phrases.</summary>
    private sealed class Words
    {
        private readonly HashSet<string> whole = new(StringComparer.Ordinal);
        private readonly List<string> stems = [];
        private readonly List<string> endings = [];
        private readonly List<string> phrases = [];
        private readonly List<string> unspaced = [];

        public Words(params string[] words)
        {
            foreach (var word in words)
            {
                // Stems and words are folded alike with what they are compared with.
                var plain = new Text(word).Whole.Trim();
                var kind = word switch
                {
                    _ when IsUnspaced(plain) => unspaced,
                    [.., '*'] => stems,
                    ['*', ..] => endings,
                    _ => plain.Contains(' ') ? phrases : null,
                };
                if (kind is null)
                {
                    whole.Add(plain);
                }
                else
                {
                    kind.Add(kind == phrases ? $" {plain} " : plain);
                }
            }
        }

        public bool AnyIn(Text text) =>
            Array.Exists(text.Tokens, Names)
            || phrases.Exists(phrase => text.Whole.Contains(phrase, StringComparison.Ordinal))
            || unspaced.Exists(word => text.Whole.Contains(word, StringComparison.Ordinal));

        public bool IsAll(Text text) => Array.TrueForAll(text.Tokens, Names) || unspaced.Exists(word => text.Whole.Trim() == word);

        private bool Names(string token) =>
            whole.Contains(token)
            || stems.Exists(stem => token.StartsWith(stem, StringComparison.Ordinal))
            || endings.Exists(ending => token.Length > ending.Length + 1 && token.EndsWith(ending, StringComparison.Ordinal));

        // Thai, Chinese, Japanese and Korean write no blank between words.
        private static bool IsUnspaced(string word) =>
            word.Length > 0
                && word[0] is (>= '\u0E00' and <= '\u0E7F') or >= '\u1100' and <= '\u11FF' or >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
    }
}
