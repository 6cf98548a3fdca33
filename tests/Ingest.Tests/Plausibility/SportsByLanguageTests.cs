using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Plausibility;

/// <summary>
/// Seven kinds in the words of twenty languages and more, as menus and exports of Strava, Garmin, OpenTracks, FitTrackee and phones
/// write them: running, trail and treadmill count as runs; walking as a walk; cycling, swimming and skiing as neither.
/// </summary>
public sealed class SportsByLanguageTests
{
    [Theory]
    [InlineData("en", "Run", "Trail Run", "Treadmill", "Walk", "Ride", "Swim", "Cross-Country Skiing")]
    [InlineData("de", "Lauf", "Traillauf", "Laufband", "Spaziergang", "Radfahrt", "Schwimmen", "Skilanglauf")]
    [InlineData("de, further", "Laufen", "Trail", "Laufbandtraining", "Gehen", "Radfahren (Sport)", "Freiwasserschwimmen", "Tourenskilauf")]
    [InlineData("fr", "Course à pied", "Trail", "Tapis de course", "Marche", "Sortie à vélo", "Natation", "Ski de fond")]
    [InlineData("es", "Carrera", "Carrera de montaña", "Cinta de correr", "Caminata", "Carrera de bicicletas", "Natación", "Esquí de fondo")]
    [InlineData("ca", "Córrer", "Cursa de muntanya", "Cinta de córrer", "Caminada", "Ciclisme", "Natació", "Esquí de fons")]
    [InlineData("pt", "Corrida", "Corrida em trilha", "Esteira", "Caminhada", "Pedalada", "Natação", "Esqui cross-country")]
    [InlineData("it", "Corsa", "Corsa trail", "Tapis roulant", "Camminata", "Giro in bici", "Nuotata", "Sci di fondo")]
    [InlineData("nl", "Hardloopsessie", "Trailrun", "Loopband", "Wandeling", "Wielrennen", "Zwemmen", "Langlaufen")]
    [InlineData(
        "nl, further", "Lopen", "Traillopen", "Hardlopen op de loopband", "Wandelen", "Fietsen (Trekking)", "Zwemmen (open water)", "Skiën (Cross Country)")]
    [InlineData(
        "eu", "Korrika egitea", "Mendi korrika", "Korrika zintan", "Oinez ibiltzea", "Txirrindularitza (Kirola)", "Ur irekietako igeriketa", "Mendiko eskia")]
    [InlineData("sv", "Löprunda", "Traillöpning", "Löpband", "Promenad", "Cykling", "Simning", "Skidlöpning")]
    [InlineData("nb", "Løpetur", "Terrengløping", "Tredemølle", "Gåtur", "Sykkeltur", "Svømming", "Skiløping")]
    [InlineData("da", "Løb", "Trailløb", "Løbebånd", "Gåtur", "Cykeltur", "Svømning", "Skiløb")]
    [InlineData("is", "Hlaup", "Utanvegahlaup", "Hlaupabretti", "Ganga", "Hjólreiðar", "Sund", "Skíðaganga")]
    [InlineData("fi", "Juoksu", "Polkujuoksu", "Juoksumatto", "Kävely", "Pyöräily", "Uinti", "Maastohiihto")]
    [InlineData("et", "Jooks", "Maastikujooks", "Jooksulint", null, "Rattasõit", "Ujumine", "Murdmaasuusatamine")]
    [InlineData("lt", "Bėgimas", "Bėgimas taku", "Bėgtakis", null, "Dviračiai", "Plaukimas", "Slidinėjimas")]
    [InlineData("hu", "Futás", "Terepfutás", "Futópad", "Gyaloglás", "Kerékpározás", "Úszás", "Sífutás")]
    [InlineData("pl", "Bieg", "Bieg terenowy", "Bieżnia", "Spacer", "Jazda na rowerze", "Pływanie", "Biegi narciarskie")]
    [InlineData("cs", "Běh", "Terénní běh", "Běžecký pás", "Chůze", "Jízda na kole", "Plavání", "Běh na lyžích")]
    [InlineData("sk", "Beh", "Terénny beh", "Bežecký pás", "Chôdza", "Cyklistika", "Plávanie", "Beh na lyžiach")]
    [InlineData("sl", "Tek", "Trail tek", "Tekalna steza", "Hoja", "Kolesarjenje", "Plavanje", "Tek na smučeh")]
    [InlineData("hr", "Trčanje", "Trail trčanje", "Traka za trčanje", "Hodanje", "Biciklizam", "Plivanje", "Skijaško trčanje")]
    [InlineData("ro", "Alergare", "Alergare montană", "Bandă de alergare", "Plimbare", "Ciclism", "Înot", "Schi fond")]
    [InlineData("ru", "Забег", "Бег по пересечённой местности", "Беговая дорожка", "Ходьба", "Велозаезд", "Плавание", "Беговые лыжи")]
    [InlineData("uk", "Біг", "Трейлраннінг", "Бігова доріжка", "Ходьба", "Велосипед", "Плавання", "Бігові лижі")]
    [InlineData("bg", "Бягане", "Планинско бягане", "Бягаща пътека", "Ходене", "Колоездене", "Плуване", "Ски бягане")]
    [InlineData("el", "Τρέξιμο", "Ορεινό τρέξιμο", "Διάδρομος", "Περπάτημα", "Ποδηλασία", "Κολύμβηση", "Σκι")]
    [InlineData("tr", "Koşu", "Patika Koşusu", "Koşu bandı", "Yürüyüş", "Bisiklet", "Yüzme", "Kayaklı koşu")]
    [InlineData("he", "ריצה", "ריצת שטח", "הליכון", "הליכה", "אופניים", "שחייה", "סקי")]
    [InlineData("ar", "الجري", "الجري في الطبيعة", "جهاز الجري", "المشي", "دراجة", "سباحة", "تزلج")]
    [InlineData("id", "Lari", "Lari lintas alam", "Lari treadmill", "Jalan kaki", "Bersepeda", "Renang", "Ski")]
    [InlineData("vi", "Chạy bộ", "Chạy địa hình", "Máy chạy bộ", "Đi bộ", "Chạy xe đạp", "Bơi lội", "Trượt tuyết")]
    [InlineData("th", "วิ่ง", "วิ่งเทรล", "ลู่วิ่ง", "เดิน", "ปั่นจักรยาน", "ว่ายน้ำ", "สกี")]
    [InlineData("zh", "跑步", "越野跑", "跑步机", "步行", "骑行", "游泳", "越野滑雪")]
    [InlineData("ja", "ランニング", "トレイルラン", "トレッドミル", "ウォーキング", "サイクリング", "水泳", "クロスカントリースキー")]
    [InlineData("ko", "달리기", "트레일 러닝", "러닝머신", "걷기", "자전거 타기", "수영", "크로스컨트리 스키")]
    public void Seven_kinds_are_told_apart(string language, string run, string trail, string treadmill, string? walk, string ride, string swim, string ski)
    {
        Assert.All([run, trail, treadmill], stated => Assert.Equal((language, stated, "running"), (language, stated, SportOf(stated))));
        Assert.Equal((language, walk is null ? null : "walking"), (language, walk is null ? null : SportOf(walk)));
        Assert.All([ride, swim, ski], stated => Assert.DoesNotContain(SportOf(stated), new[] { null, "running", "walking", "hiking", "generic" }));
    }

    private static string? SportOf(string stated) =>
        MadeActivity.Lasting(60).Positions().With(made => made with { Sport = null, SportText = stated }).Believe().Sport;
}
