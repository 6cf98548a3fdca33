namespace KneeLoad.Analysis.Evidence;

/// <summary>Papers that the score, its rows and the advice name.</summary>
public static partial class Sources
{
    /// <summary>Single-run spikes in 5,205 runners; the rule of the score.</summary>
    public static Source Frandsen2025 { get; } = new(
        "frandsen-2025",
        "Schuster Brandt Frandsen et al. 2025, How much running is too much?, Br J Sports Med 59(17):1203-1210",
        "10.1136/bjsports-2024-109380");

    /// <summary>Weekly progression of novices.</summary>
    public static Source Nielsen2014Progression { get; } = new(
        "nielsen-2014-progression", "Nielsen et al. 2014, J Orthop Sports Phys Ther", "10.2519/jospt.2014.5164");

    /// <summary>A graded programme against a standard one, randomised.</summary>
    public static Source Buist2008 { get; } = new("buist-2008", "Buist et al. 2008, Am J Sports Med", "10.1177/0363546507307505");

    /// <summary>Day by day training rows of 74 runners, worked through again by others.</summary>
    public static Source Lovdal2021 { get; } = new(
        "lovdal-2021-again", "Independent re-analysis of the public rows of Lövdal et al. 2021 (74 runners, 33,640 days)", "10.34894/UWU9PV");

    /// <summary>Thirty-six prospective studies of running injuries.</summary>
    public static Source Fredette2022 { get; } = new("fredette-2022", "Fredette et al. 2022, J Athl Train 57(7):650", "10.4085/1062-6050-0195.21");

    /// <summary>The acute to chronic ratio with random denominators.</summary>
    public static Source Impellizzeri2020 { get; } = new(
        "impellizzeri-2020", "Impellizzeri et al. 2020, Sports Med", "10.1007/s40279-020-01378-6");

    /// <summary>Session load, monotony and strain.</summary>
    public static Source Foster2001 { get; } = new("foster-2001", "Foster et al. 2001, J Strength Cond Res 15(1):109-115", null, "https://pubmed.ncbi.nlm.nih.gov/11708692");

    /// <summary>Previous injury and shoe rotation, 264 runners.</summary>
    public static Source Malisoux2015 { get; } = new("malisoux-2015", "Malisoux et al. 2015, Scand J Med Sci Sports 25:110-115", "10.1111/sms.12154");

    /// <summary>Hard and soft shoes in 848 runners, randomised.</summary>
    public static Source Malisoux2020 { get; } = new("malisoux-2020", "Malisoux et al. 2020, Am J Sports Med 48(2):473-480", "10.1177/0363546519892578");

    /// <summary>Midsole hardness and body mass index in 247 runners.</summary>
    public static Source Theisen2014 { get; } = new("theisen-2014", "Theisen et al. 2014, Br J Sports Med 48:371", null);

    /// <summary>Previous injury over eight prospective studies.</summary>
    public static Source Saragiotto2014 { get; } = new("saragiotto-2014", "Saragiotto et al. 2014, Sports Med", "10.1007/s40279-014-0194-6");

    /// <summary>Foot posture of 927 novices.</summary>
    public static Source Nielsen2014Posture { get; } = new(
        "nielsen-2014-posture", "Nielsen et al. 2014, Br J Sports Med 48:440-447", "10.1136/bjsports-2013-092202");

    /// <summary>Warm-up, cool-down and stretching, 421 runners randomised.</summary>
    public static Source VanMechelen1993 { get; } = new("van-mechelen-1993", "van Mechelen et al. 1993, Am J Sports Med", null);

    /// <summary>Fifteen cohorts of running injuries by sex and exposure.</summary>
    public static Source VanDerWorp2015 { get; } = new("van-der-worp-2015", "van der Worp et al. 2015, PLoS ONE 10(2):e0114937, review of 15 cohorts", "10.1371/journal.pone.0114937");

    /// <summary>Pressure under the foot on four surfaces.</summary>
    public static Source Tessutti2012 { get; } = new("tessutti-2012", "Tessutti et al. 2012, J Sports Sci 30(14):1545-1550", "10.1080/02640414.2012.713975");

    /// <summary>Shock at the shin on five surfaces.</summary>
    public static Source Fu2015 { get; } = new("fu-2015", "Fu et al. 2015, J Sport Health Sci", null);

    /// <summary>Shock at the shin on grass and concrete.</summary>
    public static Source Waite2021 { get; } = new("waite-2021", "Waite et al. 2021, J Appl Biomech 37:2-5", "10.1123/jab.2020-0096");

    /// <summary>Running on small bumps.</summary>
    public static Source Voloshina2015 { get; } = new("voloshina-2015", "Voloshina and Ferris 2015, J Exp Biol 218:711-719", "10.1242/jeb.106518");

    /// <summary>Foot strike and the knee over 26 studies.</summary>
    public static Source Xu2021 { get; } = new("xu-2021", "Xu et al. 2021, Sports Health", "10.1177/1941738120934715");

    /// <summary>Foot strike and injury over 53 studies.</summary>
    public static Source Anderson2020 { get; } = new("anderson-2020", "Anderson et al. 2020, Sports Med", "10.1007/s40279-019-01238-y");

    /// <summary>Step rate and injury over 37 studies.</summary>
    public static Source Anderson2022 { get; } = new("anderson-2022", "Anderson et al. 2022, Sports Med Open 8:112", "10.1186/s40798-022-00504-0");

    /// <summary>Step rate of 68 runners at school, and their injuries.</summary>
    public static Source Luedke2016 { get; } = new("luedke-2016", "Luedke et al. 2016, Med Sci Sports Exerc 48(7):1244-1250", "10.1249/MSS.0000000000000890");

    /// <summary>Step rate and peak kneecap force.</summary>
    public static Source Lenhart2014 { get; } = new("lenhart-2014", "Lenhart et al. 2014, Med Sci Sports Exerc 46(3):557-564", "10.1249/MSS.0b013e3182a78c3a");

    /// <summary>Education alone against added exercise or gait retraining, 69 runners with kneecap pain.</summary>
    public static Source Esculier2018 { get; } = new("esculier-2018", "Esculier et al. 2018, Br J Sports Med 52(10):659-666, randomised trial of 69 runners", "10.1136/bjsports-2016-096988");

    /// <summary>Injuries of 933 novices and how long they lasted.</summary>
    public static Source DanoRun2014 { get; } = new("dano-run-2014", "Nielsen et al. 2014, the DANO-RUN cohort of 933 novices", null, "https://pmc.ncbi.nlm.nih.gov/articles/PMC4055729");

    /// <summary>How much pain a tendon bears while it is loaded.</summary>
    public static Source Silbernagel { get; } = new("silbernagel", "Pain-monitoring model of Silbernagel et al., made for the Achilles tendon", null);

    /// <summary>Care of fresh soft-tissue injuries: an editorial.</summary>
    public static Source Dubois2020 { get; } = new("dubois-2020", "Dubois and Esculier 2020, Br J Sports Med 54(2):72-73 (editorial)", "10.1136/bjsports-2019-101253");

    /// <summary>Running and osteoarthritis of hip and knee.</summary>
    public static Source AlentornGeli2017 { get; } = new("alentorn-geli-2017", "Alentorn-Geli et al. 2017, J Orthop Sports Phys Ther 47:373", "10.2519/jospt.2017.7137");

    /// <summary>Leaflets on when a knee wants a doctor.</summary>
    public static Source KneeLeaflets { get; } = new("knee-leaflets", "Patient leaflets of clinics on knee injuries", null);
}
