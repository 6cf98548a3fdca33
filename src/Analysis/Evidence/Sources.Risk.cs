namespace KneeLoad.Analysis.Evidence;

/// <summary>Papers that the score, its rows and the advice name.</summary>
public static partial class Sources
{
    /// <summary>Single-run spikes in 5,205 runners; the rule of the score.</summary>
    public static Source Frandsen2025 { get; } = new(
        "frandsen-2025",
        "Schuster Brandt Frandsen et al. 2025, How much running is too much?, Br J Sports Med 59(17):1203-1210",
        "10.1136/bjsports-2024-109380");

    /// <summary>Two-week progression of 874 novices.</summary>
    public static Source Nielsen2014Progression { get; } = new(
        "nielsen-2014-progression", "Nielsen et al. 2014, J Orthop Sports Phys Ther", "10.2519/jospt.2014.5164");

    /// <summary>Weekly kilometres by two clocks, 553 runners; a conference abstract.</summary>
    public static Source Damsted2017 { get; } = new(
        "damsted-2017", "Damsted, Nielsen and Malisoux 2017, Br J Sports Med 51:309, conference abstract", null, "https://bjsm.bmj.com/content/51/4/309.3");

    /// <summary>A graded programme against a standard one, randomised.</summary>
    public static Source Buist2008 { get; } = new("buist-2008", "Buist et al. 2008, Am J Sports Med", "10.1177/0363546507307505");

    /// <summary>Training diaries and watches of 74 competitive runners over seven years.</summary>
    public static Source Lovdal2021 { get; } = new(
        "lovdal-2021", "Lövdal, den Hartigh and Azzopardi 2021, Int J Sports Physiol Perform 16(10):1522-1531", "10.1123/ijspp.2020-0518");

    /// <summary>Watch logs and weekly answers of 643 marathon runners.</summary>
    public static Source NewYork2026 { get; } = new(
        "new-york-2026",
        "Predicting self-reported injury status among runners training for the New York City Marathon, 2026",
        null,
        "https://pubmed.ncbi.nlm.nih.gov/41906622");

    /// <summary>Risk factors of knee injuries of endurance runners, 20 studies.</summary>
    public static Source KneeReview2026 { get; } = new(
        "knee-review-2026", "Risk factors for knee injuries in endurance runners, systematic review, 2026, Orthop J Sports Med", "10.1177/23259671261444314");

    /// <summary>Knee injuries of 2,736 recreational runners; a thesis.</summary>
    public static Source KneeCohortThesis { get; } = new(
        "utrecht-knee-cohort",
        "Risk factors for knee injuries among recreational runners, thesis, Utrecht University",
        null,
        "https://studenttheses.uu.nl/handle/20.500.12932/26325");

    /// <summary>Recovery of 138 runners from knee injuries.</summary>
    public static Source Cloosterman2020 { get; } = new(
        "cloosterman-2020", "Cloosterman et al. 2020, Clin J Sport Med 32(1):e83-e89", "10.1097/JSM.0000000000000861");

    /// <summary>Advice by web, randomised, 2,378 runners (INSPIRE).</summary>
    public static Source Inspire2019 { get; } = new(
        "inspire-2019", "Fokkema et al. 2019, Br J Sports Med 53(23):1479-1485, the INSPIRE trial", "10.1136/bjsports-2018-099744");

    /// <summary>Advice by web, randomised, 4,050 runners (SPRINT).</summary>
    public static Source Sprint2022 { get; } = new(
        "sprint-2022", "Cloosterman et al. 2022, Br J Sports Med 56(12):676-682, the SPRINT trial", "10.1136/bjsports-2021-104539");

    /// <summary>Advice by web, randomised, 741 novices (Runfitcheck).</summary>
    public static Source Runfitcheck2023 { get; } = new(
        "runfitcheck-2023", "van der Does, Kemler and Gouttebarge 2023, BMJ Open Sport Exerc Med 9(2):e001522", "10.1136/bmjsem-2022-001522");

    /// <summary>Advice by mail that answers the runner's own complaints, randomised, 232 trail runners (TrailS6).</summary>
    public static Source TrailS62018 { get; } = new(
        "trails6-2018", "Hespanhol, van Mechelen and Verhagen 2018, Br J Sports Med 52(13):851-858, the TrailS6 trial", "10.1136/bjsports-2016-097025");

    /// <summary>Hip and core exercises shown by a physiotherapist, randomised, 325 novices.</summary>
    public static Source RunRct2024 { get; } = new(
        "run-rct-2024", "Leppänen et al. 2024, Br J Sports Med 58(13):722, the Run RCT", "10.1136/bjsports-2023-107926");

    /// <summary>Thirty randomised trials on knee injuries of runners.</summary>
    public static Source Alexander2022 { get; } = new(
        "alexander-2022", "Alexander et al. 2022, Br J Sports Med 56(22):1307-1319, review of 30 randomised trials", "10.1136/bjsports-2022-105553");

    /// <summary>Care of kneecap pain: trials, patients and experts together.</summary>
    public static Source Neal2024 { get; } = new(
        "neal-2024", "Neal et al. 2024, Br J Sports Med 58(24):1486-1495, best practice guide", "10.1136/bjsports-2024-108110");

    /// <summary>Thirty-six prospective studies of running injuries.</summary>
    public static Source Fredette2022 { get; } = new("fredette-2022", "Fredette et al. 2022, J Athl Train 57(7):650", "10.4085/1062-6050-0195.21");

    /// <summary>The acute to chronic ratio with random denominators.</summary>
    public static Source Impellizzeri2020 { get; } = new(
        "impellizzeri-2020", "Impellizzeri et al. 2020, Sports Med", "10.1007/s40279-020-01378-6");

    /// <summary>Session load, monotony and strain.</summary>
    public static Source Foster2001 { get; } = new(
        "foster-2001", "Foster et al. 2001, J Strength Cond Res 15(1):109-115", null, "https://pubmed.ncbi.nlm.nih.gov/11708692");

    /// <summary>Previous injury and shoe rotation, 264 runners.</summary>
    public static Source Malisoux2015 { get; } = new("malisoux-2015", "Malisoux et al. 2015, Scand J Med Sci Sports 25:110-115", "10.1111/sms.12154");

    /// <summary>Hard and soft shoes in 848 runners, randomised.</summary>
    public static Source Malisoux2020 { get; } = new("malisoux-2020", "Malisoux et al. 2020, Am J Sports Med 48(2):473-480", "10.1177/0363546519892578");

    /// <summary>Midsole hardness and body mass index in 247 runners.</summary>
    public static Source Theisen2014 { get; } = new("theisen-2014", "Theisen et al. 2014, Br J Sports Med 48:371", "10.1136/bjsports-2013-092613");

    /// <summary>Foot posture of 927 novices.</summary>
    public static Source Nielsen2014Posture { get; } = new(
        "nielsen-2014-posture", "Nielsen et al. 2014, Br J Sports Med 48:440-447", "10.1136/bjsports-2013-092202");

    /// <summary>Warm-up, cool-down and stretching, 421 men randomised.</summary>
    public static Source VanMechelen1993 { get; } = new(
        "van-mechelen-1993",
        "van Mechelen et al. 1993, Am J Sports Med 21(5):711-719",
        null,
        "https://researchinformation.amsterdamumc.org/en/publications/prevention-of-running-injuries-by-warm-up-cool-down-and-stretchin");

    /// <summary>Fifteen cohorts of running injuries by sex and exposure.</summary>
    public static Source VanDerWorp2015 { get; } = new(
        "van-der-worp-2015", "van der Worp et al. 2015, PLoS ONE 10(2):e0114937, review of 15 cohorts", "10.1371/journal.pone.0114937");

    /// <summary>Pressure under the foot on four surfaces, 47 runners.</summary>
    public static Source Tessutti2012 { get; } = new("tessutti-2012", "Tessutti et al. 2012, J Sports Sci 30(14):1545-1550", "10.1080/02640414.2012.713975");

    /// <summary>Shock at the shin on five surfaces, 13 runners.</summary>
    public static Source Fu2015 { get; } = new("fu-2015", "Fu et al. 2015, J Sport Health Sci", "10.1016/j.jshs.2015.09.001");

    /// <summary>Shock at the shin on grass and concrete.</summary>
    public static Source Waite2021 { get; } = new("waite-2021", "Waite et al. 2021, J Appl Biomech 37:2-5", "10.1123/jab.2020-0096");

    /// <summary>Running on small bumps.</summary>
    public static Source Voloshina2015 { get; } = new("voloshina-2015", "Voloshina and Ferris 2015, J Exp Biol 218:711-719", "10.1242/jeb.106518");

    /// <summary>Foot strike and the knee over 26 studies.</summary>
    public static Source Xu2021 { get; } = new("xu-2021", "Xu et al. 2021, Sports Health", "10.1177/1941738120934715");

    /// <summary>Foot strike and injury over 53 studies.</summary>
    public static Source Anderson2020 { get; } = new("anderson-2020", "Anderson et al. 2020, Sports Med", "10.1007/s40279-019-01238-y");

    /// <summary>Running technique and injury, 258 runners over a year.</summary>
    public static Source Burke2023 { get; } = new("burke-2023", "Burke et al. 2023, Sports Med Open 9, the RISC study", "10.1186/s40798-023-00589-1");

    /// <summary>Step rate and injury over 37 studies.</summary>
    public static Source Anderson2022 { get; } = new("anderson-2022", "Anderson et al. 2022, Sports Med Open 8:112", "10.1186/s40798-022-00504-0");

    /// <summary>Step rate of 68 runners at school, and their injuries.</summary>
    public static Source Luedke2016 { get; } = new("luedke-2016", "Luedke et al. 2016, Med Sci Sports Exerc 48(7):1244-1250", "10.1249/MSS.0000000000000890");

    /// <summary>Step rate and peak kneecap force.</summary>
    public static Source Lenhart2014 { get; } = new("lenhart-2014", "Lenhart et al. 2014, Med Sci Sports Exerc 46(3):557-564", "10.1249/MSS.0b013e3182a78c3a");

    /// <summary>Education alone against added exercise or gait retraining, 69 runners with kneecap pain.</summary>
    public static Source Esculier2018 { get; } = new(
        "esculier-2018", "Esculier et al. 2018, Br J Sports Med 52(10):659-666, randomised trial of 69 runners", "10.1136/bjsports-2016-096988");

    /// <summary>Care of runners with kneecap pain; names the signs of runner's knee.</summary>
    public static Source Esculier2020 { get; } = new(
        "esculier-2020", "Esculier et al. 2020, J Athl Train, runners with patellofemoral pain", null, "https://pmc.ncbi.nlm.nih.gov/articles/PMC7740062");

    /// <summary>Pain that the Achilles tendon bears while it is loaded, 38 patients.</summary>
    public static Source Silbernagel2007 { get; } = new(
        "silbernagel-2007",
        "Silbernagel et al. 2007, Am J Sports Med 35(6):897-906, made for the Achilles tendon",
        null,
        "https://pubmed.ncbi.nlm.nih.gov/17307888");

    /// <summary>Care of fresh soft-tissue injuries: an editorial.</summary>
    public static Source Dubois2020 { get; } = new(
        "dubois-2020", "Dubois and Esculier 2020, Br J Sports Med 54(2):72-73 (editorial)", "10.1136/bjsports-2019-101253");

    /// <summary>Running and osteoarthritis of hip and knee, 112,192 people.</summary>
    public static Source AlentornGeli2017 { get; } = new(
        "alentorn-geli-2017", "Alentorn-Geli et al. 2017, J Orthop Sports Phys Ther 47:373", "10.2519/jospt.2017.7137");

    /// <summary>Running distance and osteoarthritis of the knee, 12,273 people.</summary>
    public static Source Burfield2023 { get; } = new(
        "burfield-2023", "Burfield, Sayers and Buhmann 2023, Phys Ther Sport 61:1-10", "10.1016/j.ptsp.2023.02.003");

    /// <summary>Glucosamine and chondroitin against placebo, ten trials of 3,803 patients.</summary>
    public static Source Wandel2010 { get; } = new("wandel-2010", "Wandel et al. 2010, BMJ 341:c4675", "10.1136/bmj.c4675");

    /// <summary>The hot swollen joint in adults: guideline.</summary>
    public static Source HotJointGuideline { get; } = new(
        "hot-swollen-joint", "Guidelines for the management of the hot swollen joint in adults, Rheumatology 2006", "10.1093/rheumatology/kel163a");

    /// <summary>The hot swollen joint, written for doctors.</summary>
    public static Source HotJointPage { get; } = new(
        "patient-info-hot-joints", "Patient.info, Hot swollen joints", null, "https://patient.info/doctor/hot-swollen-joints");

    /// <summary>Clot in a deep vein of the leg: leaflet of a hospital.</summary>
    public static Source ThrombosisLeaflet { get; } = new(
        "nhs-gloucestershire-dvt",
        "Gloucestershire Hospitals NHS, Deep Vein Thrombosis",
        null,
        "https://www.gloshospitals.nhs.uk/your-visit/patient-information-leaflets/deep-vein-thrombosis-dvt/");

    /// <summary>The Ottawa knee rules: when an injured knee wants an X-ray.</summary>
    public static Source OttawaKneeRules1995 { get; } = new(
        "ottawa-knee-1995", "Stiell et al. 1995, Ann Emerg Med 26(4):405-413", "10.1016/S0196-0644(95)70106-0");

    /// <summary>Signs that want a knee to be seen urgently: referral pathway of a health service.</summary>
    public static Source KneeRedFlagPathway { get; } = new(
        "nhs-gloucestershire-knee", "NHS Gloucestershire, Red flags for knee conditions", null, "https://g-care.glos.nhs.uk/pathway/58/resource/3");

    /// <summary>Signs of a torn cruciate ligament: referral page of a health service.</summary>
    public static Source CruciateLigamentPage { get; } = new(
        "nhs-lothian-acl", "NHS Lothian, ACL injury", null, "https://apps.nhslothian.scot/refhelp/guidelines/orthopaedics/knee/kneetraumaticevent/aclinjury");

    /// <summary>Cold on a knee: leaflet of a health service.</summary>
    public static Source KneePainLeaflet { get; } = new(
        "nhs-morecambe-knee",
        "University Hospitals of Morecambe Bay NHS, Knee pain",
        null,
        "https://www.uhmb.nhs.uk/our-services/services/musculoskeletal-msk-physiotherapy/musculoskeletal-msk-pain/knee-pain");

    /// <summary>The iliotibial band at the outer side of the knee: page of a clinic.</summary>
    public static Source IliotibialBandPage { get; } = new(
        "sports-surgery-itb", "Sports Surgery Clinic, Knee pain: iliotibial band", null, "https://www.sportssurgeryclinic.com/knee-pain-iliotibial-band/");
}
