namespace KneeLoad.Web.Email;

/// <summary>The log lines of Email: ids and codes, never an address.</summary>
internal static partial class MailLog
{
    [LoggerMessage(1, LogLevel.Warning, "Mail {MessageId} was not taken: {Outcome}, {Reply}")]
    public static partial void NotTaken(ILogger logger, string messageId, DeliveryOutcome outcome, string? reply);

    [LoggerMessage(2, LogLevel.Warning, "No mail server is set (Mail:Host): mails are written as .eml files into {Folder}")]
    public static partial void MailsBecomeFiles(ILogger logger, string folder);

    [LoggerMessage(3, LogLevel.Error, "Mail {MessageId} could not be written as a file")]
    public static partial void NotWritten(ILogger logger, string messageId, Exception failure);
}
