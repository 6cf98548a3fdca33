namespace KneeLoad.Web.Work.Engine;

/// <summary>The part that this process plays.</summary>
public enum Role
{
    /// <summary>Serves pages and works.</summary>
    All,

    /// <summary>Serves pages; others work.</summary>
    Web,

    /// <summary>Works; answers health questions and serves pages too, for whoever asks it directly.</summary>
    Worker,
}
