using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Xml;

/// <summary>Makes pauses of the breaks between the parts of a recording (segments of GPX, tracks of TCX).</summary>
internal sealed class PauseBuilder
{
    private readonly List<Pause> pauses = [];
    private double? last;
    private bool isBroken;

    /// <summary>The recording stood still between the last moment and the next.</summary>
    public void Break() => isBroken = last is not null;

    /// <summary>A recorded moment. Where time goes back over a break there is no pause. [s since 1970]</summary>
    public void Moment(double? unixSeconds)
    {
        if (unixSeconds is not { } now)
        {
            return;
        }

        if (isBroken && last is { } before && now > before)
        {
            var pause = new Pause(XmlTime.ToInstant(before), XmlTime.ToInstant(now));
            if (pauses.Count == 0 || pause.Start >= pauses[^1].End)
            {
                pauses.Add(pause);
            }
        }

        isBroken = false;
        last = now;
    }

    /// <summary>The pauses in order, not overlapping.</summary>
    public IReadOnlyList<Pause> ToList() => pauses;
}
