namespace KneeLoad.Web.Features.Runs.Correcting;

/// <summary>The outcome of one click on several runs.</summary>
/// <param name="Moment">When. [ms since 1970]</param>
/// <param name="LeftOut">Runs that it left out. [1]</param>
/// <param name="Deleted">Runs that it deleted. [1]</param>
/// <param name="Same">Runs that it said to be one with an equal run at another hour. [1]</param>
/// <param name="Other">Runs that it said to be no such. [1]</param>
public sealed record ClickOnRuns(long Moment, int LeftOut, int Deleted, int Same, int Other);
