namespace KneeLoad.Web.Words;

/// <summary>The firmness of a ground, as colours and textures tell it.</summary>
public enum Firmness
{
    /// <summary>Nobody says what it is.</summary>
    Unknown,

    /// <summary>Asphalt, concrete, paving, cobbles.</summary>
    Hard,

    /// <summary>Anything else that is known.</summary>
    Soft,
}
