namespace KneeLoad.Analysis.Loads;

/// <summary>
/// Knee load: 1 is one kilometre on level ground at 2.78 m/s at the runner's usual cadence. [knee-km]
/// A relative measure of patellofemoral stress impulse; two laboratories differ by 67 % in absolute values, so no other unit is offered.
/// </summary>
/// <param name="Value">The load. [knee-km]</param>
public readonly record struct KneeKilometres(double Value);

/// <summary>An interval of knee load.</summary>
/// <param name="Low">Its lower end. [knee-km]</param>
/// <param name="High">Its upper end. [knee-km]</param>
public readonly record struct KneeKilometresRange(KneeKilometres Low, KneeKilometres High);
