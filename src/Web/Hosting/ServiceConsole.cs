namespace KneeLoad.Web.Hosting;

/// <summary>The console that the service was started at, for words that belong into no log.</summary>
/// <param name="Out">Writes to it.</param>
public sealed record ServiceConsole(TextWriter Out);
