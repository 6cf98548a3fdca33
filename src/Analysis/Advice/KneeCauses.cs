using KneeLoad.Analysis.Evidence;
using static System.FormattableString;

namespace KneeLoad.Analysis.Advice;

/// <summary>What the page "Why knees hurt" says. Names and typical signs to talk with a doctor about; no diagnosis.</summary>
public static class KneeCauses
{
    /// <summary>How the page begins.</summary>
    public static string Introduction { get; } =
        "A knee can hurt at once, with a moment that you remember, or bit by bit, coming back with load. The names below are what popular "
        + "advice lists, with the signs that are typical of each. Several look alike, and some pains belong to none.";

    /// <summary>What no list replaces.</summary>
    public static string OnlyADoctor { get; } =
        "Only a doctor can tell which it is. Go before any running when you cannot put weight on the leg, when the knee locks or gives way, "
        + "when it is clearly swollen, or hot and red with fever, after a pop at the injury, or when the calf swells.";

    /// <summary>The reassuring finding, with its limits.</summary>
    public static string Reassurance { get; } = Invariant(
        $"Running for recreation does not seem to wear knees out: over many studies {Published.Osteoarthritis.Value.Runners.Percent:0.0} % of recreational runners had osteoarthritis of hip or knee, and {Published.Osteoarthritis.Value.Sedentary.Percent:0.0} % of people who sit. These are observations: people whose knees hurt may have stopped running.");

    /// <summary>Where the reassuring finding comes from.</summary>
    public static Source ReassuranceSource => Published.Osteoarthritis.Source;

    /// <summary>The causes.</summary>
    public static IReadOnlyList<KneeCause> All { get; } =
    [
        new("meniscus", "Meniscus", KneeCauseOnset.Both,
            "Pain along the joint line, on the inner or outer side, after a twist or slowly with the years; the knee may catch, lock or swell within a day."),
        new("ligaments", "Ligaments", KneeCauseOnset.Acute,
            "Pain after a twist or a blow, sometimes with a pop; swelling, and a feeling that the knee gives way."),
        new("arthritis", "Arthritis", KneeCauseOnset.Both,
            "A warm, swollen knee that is stiff for long in the morning; often other joints too, sometimes with fever."),
        new("osteoarthritis", "Osteoarthritis", KneeCauseOnset.Recurring,
            "A slow ache with load and short stiffness after rest, mostly in later years; the knee may grate and bend less far."),
        new("synovitis", "Synovitis", KneeCauseOnset.Both,
            "An irritated lining of the joint: swelling, tightness and warmth after too much load or an injury."),
        new("tendon", "Tendons", KneeCauseOnset.Recurring,
            "Pain at one spot below or above the kneecap or at the side, first at the start of a run, later throughout; jumping and stairs wake it."),
        new("cartilage", "Cartilage and kneecap", KneeCauseOnset.Recurring,
            "A dull ache at the front, around or behind the kneecap, on the way down stairs or hills and after long sitting."),
        new("flat-feet", "Flat feet", KneeCauseOnset.Recurring,
            "Named by popular advice, since a low arch springs less; tired feet are typical. Research on novices does not confirm it as a cause of injury."),
        new("back", "Back", KneeCauseOnset.Both,
            "The knee moves freely and is not swollen; the pain comes from the lower back or hip, may run along the leg, tingle or feel numb."),
        new("blood-vessels", "Blood vessels in the young", KneeCauseOnset.Recurring,
            "Named for the years of growth: an ache of both knees alike, with cold, a change of weather or effort, while they move freely."),
    ];
}
