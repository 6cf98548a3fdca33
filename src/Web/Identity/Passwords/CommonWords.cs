namespace KneeLoad.Web.Identity.Passwords;

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
