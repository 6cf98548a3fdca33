namespace KneeLoad.Web.Storage;

/// <summary>The outcome of an extract that was sent.</summary>
public enum ReceivedExtract
{
    /// <summary>It lies in the folder, whole.</summary>
    Kept,

    /// <summary>Its name does not end as an extract's does, or holds nothing but an ending.</summary>
    Unnamed,

    /// <summary>Its first bytes are no extract's.</summary>
    Foreign,

    /// <summary>It is larger than the setting allows.</summary>
    TooLarge,
}
