namespace KneeLoad.Web.Data.Entities;

/// <summary>The order in which waiting work is looked at: people come before machines.</summary>
public enum WorkRank
{
    /// <summary>A person waits for it: a file that was just sent, a mail.</summary>
    People,

    /// <summary>A person waits for it and knows that it takes a while: an archive.</summary>
    Archives,

    /// <summary>Nobody waits for it: maps, files that are read again.</summary>
    Machines,
}
