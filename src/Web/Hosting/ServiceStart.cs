namespace KneeLoad.Web.Hosting;

/// <summary>When this process began to serve, by the machine's own clock, since that is what stamps files.</summary>
/// <param name="Utc">UTC.</param>
public sealed record ServiceStart(DateTime Utc);
