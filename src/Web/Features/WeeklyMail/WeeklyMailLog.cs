namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The log lines of the weekly mail: ids and states, never an address, a token or a word of a mail.</summary>
internal static partial class WeeklyMailLog
{
    [LoggerMessage(1, LogLevel.Information, "Weekly mail {Mail} of {Week} is due")]
    public static partial void Due(ILogger logger, Guid mail, string week);

    [LoggerMessage(6, LogLevel.Information, "Runner {Runner} is asked to confirm the address")]
    public static partial void Asked(ILogger logger, Guid runner);

    [LoggerMessage(4, LogLevel.Warning, "The weekly mail of runner {Runner} is off: its address was refused three weeks in a row")]
    public static partial void Stopped(ILogger logger, Guid runner);
}
