using NodaTime;

namespace KneeLoad.Web.Data.Entities;

/// <summary>
/// One letter to a runner on their account, other than the weekly mail. It waits by a row of work of its kind, and is deleted once a
/// server took it. Its words are made when it is sent.
/// </summary>
public sealed class Letter
{
    /// <summary>Key; also the key of its work, and by it the Message-ID is the same in every attempt.</summary>
    public Guid Id { get; set; }

    /// <summary>Its kind, as its work calls it.</summary>
    public string Kind { get; set; } = "";

    /// <summary>To whom.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The address it goes to; null for the one that the runner has when it is sent.</summary>
    public string? To { get; set; }

    /// <summary>The values that its words name beside those of every letter, as a JSON object; null for none.</summary>
    public string? Values { get; set; }

    /// <summary>The token that its link carries, sealed with the keys of this installation; null before the first attempt, and where it has no link.</summary>
    public string? Token { get; set; }

    /// <summary>When it was written.</summary>
    public Instant Created { get; set; }
}
