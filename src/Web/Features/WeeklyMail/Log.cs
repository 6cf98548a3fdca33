using KneeLoad.Web.Data.Entities;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>What the weekly mail writes to the log: ids and states, never an address, a token or a word of a mail.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Weekly mail {Mail} of {Week} is due")]
    public static partial void Due(ILogger logger, Guid mail, string week);

    [LoggerMessage(2, LogLevel.Information, "Weekly mail {Mail} was sent at attempt {Attempt}")]
    public static partial void Sent(ILogger logger, Guid mail, int attempt);

    [LoggerMessage(6, LogLevel.Information, "Runner {Runner} is asked to confirm the address, mail {MessageId}")]
    public static partial void Asked(ILogger logger, Guid runner, string messageId);

    [LoggerMessage(5, LogLevel.Warning, "Weekly mail {Mail}, attempt {Attempt}: {State}. {Error}")]
    public static partial void NotSent(ILogger logger, Guid mail, int attempt, MailState state, string? error);

    [LoggerMessage(3, LogLevel.Error, "Weekly mail {Mail} could not be written")]
    public static partial void Failed(ILogger logger, Guid mail, Exception fault);

    [LoggerMessage(4, LogLevel.Warning, "The weekly mail of runner {Runner} is off: its address was refused three weeks in a row")]
    public static partial void Stopped(ILogger logger, Guid runner);
}
