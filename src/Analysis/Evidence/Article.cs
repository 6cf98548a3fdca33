namespace KneeLoad.Analysis.Evidence;

/// <summary>
/// The claims of the popular article that this began from, by number. The article gives no sources. A claim that is not here was not made.
/// Its paraphrase in our own words stands where it is shown.
/// </summary>
public enum ArticleClaim
{
    /// <summary>A torn or damaged meniscus.</summary>
    A1,

    /// <summary>Strained or torn ligaments, often when training is increased.</summary>
    A2,

    /// <summary>Arthritis after injury or infection.</summary>
    A3,

    /// <summary>Osteoarthritis.</summary>
    A4,

    /// <summary>Synovitis.</summary>
    A5,

    /// <summary>Polyarthritis: several joints at once.</summary>
    A6,

    /// <summary>Disease of tendons.</summary>
    A7,

    /// <summary>Flat feet.</summary>
    A8,

    /// <summary>The spine.</summary>
    A9,

    /// <summary>Blood supply of the joint, mostly in the young.</summary>
    A10,

    /// <summary>Bursitis and others.</summary>
    A11,

    /// <summary>Nobody can tell the cause alone; a specialist must examine.</summary>
    A12,

    /// <summary>Sudden or too large loads; they should be even and grow gradually.</summary>
    B1,

    /// <summary>Asphalt and paved ways.</summary>
    B2,

    /// <summary>Uneven ground.</summary>
    B3,

    /// <summary>Technique of leg and trunk.</summary>
    B4,

    /// <summary>Landing on toes or heels alone; the foot should roll evenly.</summary>
    B5,

    /// <summary>Flat feet, and shoes too loose or too tight.</summary>
    B6,

    /// <summary>No warm-up.</summary>
    B7,

    /// <summary>Warm up legs and back.</summary>
    C1,

    /// <summary>Knead the legs before and after.</summary>
    C2,

    /// <summary>Shoes that sit well and hold the heel.</summary>
    C3,

    /// <summary>Even, unhurried breathing.</summary>
    C4,

    /// <summary>Raise the load gradually.</summary>
    C5,

    /// <summary>Run on level and soft places.</summary>
    C6,

    /// <summary>Ask a specialist about technique.</summary>
    C7,

    /// <summary>Acute pain: stop at once, take the load off.</summary>
    D1,

    /// <summary>Acute pain: cold through a cloth.</summary>
    D2,

    /// <summary>Acute pain: the leg up.</summary>
    D3,

    /// <summary>Acute pain: an elastic bandage.</summary>
    D4,

    /// <summary>Acute pain: painkillers. Never passed on as advice.</summary>
    D5,

    /// <summary>Acute pain: a doctor if it does not pass.</summary>
    D6,

    /// <summary>Recurring pain: bandage the joint.</summary>
    E1,

    /// <summary>Recurring pain: warmth.</summary>
    E2,

    /// <summary>Recurring pain: begin with a warm-up.</summary>
    E3,

    /// <summary>Recurring pain: slow down, walk, then stop.</summary>
    E4,

    /// <summary>Recurring pain: glucosamine and chondroitin. Answered with what trials found, never passed on as advice.</summary>
    E5,

    /// <summary>Recurring pain: a doctor must find the cause; stop running where it returns again and again.</summary>
    E6,

    /// <summary>Recurring pain: do not give up movement.</summary>
    E7,

    /// <summary>Running does not wear out knees.</summary>
    F1,
}

/// <summary>The numbers that the article itself states, and the claims that are never passed on as advice.</summary>
public static class Article
{
    /// <summary>Longest time of cold at a stretch (claim D2). [min]</summary>
    public static int CoolingMinutes => 15;

    /// <summary>Times that cold is applied, an hour apart (claim D2). [1]</summary>
    public static (int From, int To) CoolingTimes => (3, 4);

    /// <summary>Claims that no advice may rest on: drugs and preparations.</summary>
    public static IReadOnlyList<ArticleClaim> NeverAdvised { get; } = [ArticleClaim.D5, ArticleClaim.E5];
}
