using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Admin;

/// <summary>The maps as the owner sees them.</summary>
/// <param name="Format">How the owner reads quantities.</param>
/// <param name="InUse">The map that runs are matched with; null when there is none.</param>
/// <param name="Next">The map of the folder as it is now, where that is another one; null when it is the one in use, or not seen yet.</param>
/// <param name="IsSeen">Whether the folder as it is now has been seen by a worker.</param>
/// <param name="Extracts">The extracts in the folder.</param>
/// <param name="Matching">How far runs are matched; null without a map.</param>
/// <param name="Limit">Largest extract that is taken. [bytes]</param>
/// <param name="Now">When this was read.</param>
public sealed record MapsView(
    RunnerFormat Format,
    Map? InUse,
    Map? Next,
    bool IsSeen,
    IReadOnlyList<MapsView.Extract> Extracts,
    MapsView.MatchedRuns? Matching,
    long Limit,
    Instant Now)
{
    private const double EarlyToTell = 0.02;

    /// <summary>Whether the page is to look again by itself.</summary>
    public bool IsPending => !IsSeen || Next is { State: MapState.Waiting or MapState.Building } || Matching is { Waiting: > 0 };

    /// <summary>Whether the refusal speaks of one of the extracts, not of this server.</summary>
    public bool IsOfAFile => Extracts.Any(extract => extract.IsRefused);

    /// <summary>Time that the build still takes, as fast as it went so far; null while that cannot be told.</summary>
    public Duration? Left => Next is { State: MapState.Building, Share: > EarlyToTell, Started: { } started } map && Now > started
        ? (Now - started) * ((1 - map.Share) / map.Share)
        : null;

    /// <summary>Why there is no map of the folder as it is.</summary>
    public IReadOnlyList<string> Refusal => Next?.Reason is { } reason ? StoredRemarks.Words(reason, Format) : [Format.Say["Maps.OurFault"]];

    /// <summary>The gaps that the map in use may have.</summary>
    public IReadOnlyList<string> Lacking => StoredRemarks.Words(InUse?.Reason, Format);

    /// <summary>Names where an extract stands.</summary>
    public enum ExtractState
    {
        /// <summary>It waits.</summary>
        Waiting,

        /// <summary>No map can be built of it.</summary>
        Refused,

        /// <summary>It is part of the map in use.</summary>
        InUse,

        /// <summary>A map is being built of it.</summary>
        Building,

        /// <summary>It is part of no map.</summary>
        Idle,
    }

    /// <summary>One extract.</summary>
    /// <param name="Name">Its file name.</param>
    /// <param name="Bytes">Its size. [bytes]</param>
    /// <param name="Written">When it came.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Tone">Name of the word's colour.</param>
    public sealed record Extract(string Name, long Bytes, Instant Written, ExtractState State, string Tone)
    {
        /// <summary>Whether it is the one that was refused.</summary>
        public bool IsRefused => State is ExtractState.Refused;
    }

    /// <summary>The number of runs that were matched with the map in use.</summary>
    /// <param name="Done">Matched. [1]</param>
    /// <param name="All">All runs of all runners. [1]</param>
    /// <param name="Given">Those that were given up after several tries. [1]</param>
    public sealed record MatchedRuns(int Done, int All, int Given)
    {
        /// <summary>Those that still wait. [1]</summary>
        public int Waiting => All - Done - Given;
    }
}
