namespace KneeLoad.Web.Data.Entities;

/// <summary>A key that cookies and tokens are protected with.</summary>
public sealed class ProtectionKey
{
    /// <summary>Its name, as the framework gives it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The framework's XML.</summary>
    public string Xml { get; set; } = "";
}
