using NodaTime;

namespace KneeLoad.Web.Data.Entities.Access;

/// <summary>A personal token, by which a program asks the API in the name of its runner. Only the hash of its letters is stored.</summary>
public sealed class ApiToken
{
    /// <summary>Key, by which lists name it.</summary>
    public Guid Id { get; set; }

    /// <summary>The runner in whose name it asks.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>SHA-256 of its letters, hex.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>Name that the runner gave it.</summary>
    public string Name { get; set; } = "";

    /// <summary>All that it may do.</summary>
    public TokenScopes Scopes { get; set; }

    /// <summary>When it was made.</summary>
    public Instant Created { get; set; }

    /// <summary>When it was last used, to the minute; null before.</summary>
    public Instant? Used { get; set; }

    /// <summary>Not good from this moment on.</summary>
    public Instant Expires { get; set; }
}

/// <summary>Names what a personal token may do.</summary>
[Flags]
public enum TokenScopes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reads runs, weeks, assessments, diary and batches.</summary>
    Read = 1,

    /// <summary>Hands files over, and reads what became of them.</summary>
    Upload = 2,

    /// <summary>Writes into the diary and corrects runs.</summary>
    Write = 4,

    /// <summary>Takes everything at once, originals included.</summary>
    Export = 8,
}
