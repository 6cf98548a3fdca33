namespace KneeLoad.Web.Data.Entities.Access;

/// <summary>Counts the requests of one kind by one sender, so that all processes and a restart share the limit. Moments are milliseconds since 1970.</summary>
public sealed class RequestTally
{
    /// <summary>Kind and hash of the sender: no address can be read from it.</summary>
    public string Key { get; set; } = "";

    /// <summary>Requests that were let through. [1]</summary>
    public int Count { get; set; }

    /// <summary>The pause after the last of them, where pauses grow. [ms]</summary>
    public long Pause { get; set; }

    /// <summary>End of the pause, or of the span that is counted. [ms]</summary>
    public long Until { get; set; }

    /// <summary>From then on the row says nothing, and is swept. [ms]</summary>
    public long Forgotten { get; set; }
}
