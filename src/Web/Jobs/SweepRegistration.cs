namespace KneeLoad.Web.Jobs;

/// <summary>A sweep as the sweeper knows it.</summary>
/// <param name="Name">For the log.</param>
/// <param name="Every">Pause between two looks.</param>
/// <param name="Make">Makes it in a scope.</param>
internal sealed record SweepRegistration(string Name, TimeSpan Every, Func<IServiceProvider, ISweep> Make);
