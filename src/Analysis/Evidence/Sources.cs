namespace KneeLoad.Analysis.Evidence;

/// <summary>The papers and data sets that per-run numbers come from. Each stands once.</summary>
public static partial class Sources
{
    /// <summary>Kneecap stress impulse per kilometre by speed and step rate, 12 runners.</summary>
    public static Source Hagen2023 { get; } =
        new("hagen-2023", "Hagen et al. 2023, Med Sci Sports Exerc 55(9):1555-1563", "10.1249/MSS.0000000000003194");

    /// <summary>Cumulative kneecap load by speed, gradient and cadence, 19 runners.</summary>
    public static Source VanHooren2024 { get; } =
        new("vanhooren-2024", "Van Hooren, van Rengs and Meijer 2024, Scand J Med Sci Sports", "10.1111/sms.14570");

    /// <summary>Cumulative and peak kneecap force at four speeds, 20 runners.</summary>
    public static Source Doyle2023 { get; } =
        new(
            "doyle-2023",
            "Doyle et al. 2023, Cumulative patellofemoral force and stress are lower during faster running, Sports Biomech",
            "10.1080/14763141.2023.2226111");

    /// <summary>Cumulative knee load of 1,000 m at three speeds, 16 runners.</summary>
    public static Source Petersen2015 { get; } =
        new("petersen-2015", "Petersen et al. 2015, J Orthop Sports Phys Ther", "10.2519/jospt.2015.5469");

    /// <summary>Kneecap stress at longer and shorter steps, 23 women.</summary>
    public static Source Willson2014 { get; } =
        new(
            "willson-2014",
            "Willson et al. 2014, Clin Biomech 29:243-247",
            null,
            "https://c.coek.info/pdf-effects-of-step-length-on-patellofemoral-joint-stress-in-female-runners-with-and.html");

    /// <summary>Kneecap stress at shorter steps and on the forefoot, 20 runners.</summary>
    public static Source Willson2015 { get; } =
        new("willson-2015", "Willson et al. 2015, Scand J Med Sci Sports, kneecap stress at shorter steps and forefoot landing", "10.1111/sms.12383");

    /// <summary>Peak kneecap force of walking, stairs and running over many studies.</summary>
    public static Source Hart2022 { get; } =
        new(
            "hart-2022",
            "Hart et al. 2022, May the force be with you, Br J Sports Med 56(9):521-530, review with meta-analysis",
            "10.1136/bjsports-2021-104686");

    /// <summary>Load between thigh bone and shin bone of walking and running by distance, 14 adults.</summary>
    public static Source Miller2014 { get; } =
        new("miller-2014", "Miller et al. 2014, Med Sci Sports Exerc 46(3):572-579", "10.1249/MSS.0000000000000135");

    /// <summary>The sine-wave model of a running step.</summary>
    public static Source Morin2005 { get; } =
        new("morin-2005", "Morin et al. 2005, J Appl Biomech 21(2):167-180", "10.1123/jab.21.2.167");

    /// <summary>Ground reaction force of 37 college runners, public rows.</summary>
    public static Source Alcantara2021 { get; } =
        new("alcantara-2021", "Alcantara et al. 2021, PeerJ 9:e11199, rows under Apache-2.0", "10.7717/peerj.11199");

    /// <summary>Stride frequency of 12 novices at three speeds.</summary>
    public static Source VanOeveren2017 { get; } =
        new("vanoeveren-2017", "van Oeveren et al. 2017, PLoS ONE 12(10):e0184273", "10.1371/journal.pone.0184273");

    /// <summary>Ten runners at four speeds.</summary>
    public static Source HamnerDelp2013 { get; } =
        new("hamner-2013", "Hamner and Delp 2013, J Biomech 46(4):780-787", "10.1016/j.jbiomech.2012.11.024");

    /// <summary>Eleven men at three speeds.</summary>
    public static Source Willer2024 { get; } =
        new("willer-2024", "Willer et al. 2024, Scand J Med Sci Sports", "10.1111/sms.14690");

    /// <summary>Step rate of high-school and college runners.</summary>
    public static Source Luedke2021 { get; } =
        new("luedke-2021", "Luedke et al. 2021, Front Sports Act Living 2:628348", "10.3389/fspor.2020.628348");

    /// <summary>A conference poster, not reviewed.</summary>
    public static Source EcuPoster2015 { get; } =
        new("ecu-2015", "East Carolina University poster 2015, strides per kilometre, not reviewed", null, "https://studylib.net/doc/9467767");

    /// <summary>The stride frequency of least energy, 14 runners.</summary>
    public static Source Lieberman2015 { get; } =
        new("lieberman-2015", "Lieberman et al. 2015, J Exp Biol 218:3406", "10.1242/jeb.125500");

    /// <summary>Foot strike of 283 runners in an elite half marathon.</summary>
    public static Source Hasegawa2007 { get; } =
        new("hasegawa-2007", "Hasegawa et al. 2007, J Strength Cond Res 21(3):888-893", "10.1519/R-22096.1");

    /// <summary>Foot strike of 1,991 marathon runners.</summary>
    public static Source Kasmer2013 { get; } =
        new("kasmer-2013", "Kasmer et al. 2013, foot strike in a marathon", null, "https://pmc.ncbi.nlm.nih.gov/articles/PMC4801105");

    /// <summary>Foot strike of 950 marathon runners.</summary>
    public static Source Patoz2019 { get; } =
        new("patoz-2019", "Patoz et al. 2019, Sports 7(6):147", "10.3390/sports7060147");

    /// <summary>Duty factor and foot strike of 100 runners.</summary>
    public static Source Patoz2022 { get; } =
        new("patoz-2022", "Patoz et al. 2022, Sci Rep 12", "10.1038/s41598-022-17274-0");

    /// <summary>The numbers of a foot pod, as an independent reviewer describes them.</summary>
    public static Source RunScribeReview { get; } =
        new("fellrnr-runscribe", "fellrnr.com, review of the RunScribe foot pod", null, "https://fellrnr.com");

    /// <summary>The hidden Markov model of a track on a network: noise of positions, and detours between them.</summary>
    public static Source NewsonKrumm2009 { get; } = new(
        "newson-2009", "Newson and Krumm 2009, Hidden Markov map matching through noise and sparseness, ACM SIGSPATIAL GIS 336-343", "10.1145/1653771.1653818");
}
