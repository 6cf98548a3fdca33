namespace KneeLoad.Web.Words;

/// <summary>Units that a runner reads.</summary>
public enum UnitSystem
{
    /// <summary>Kilometres and kilograms.</summary>
    Metric,

    /// <summary>Miles and pounds.</summary>
    Imperial,
}
