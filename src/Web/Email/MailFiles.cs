using KneeLoad.Web.Shared.Hosting;

namespace KneeLoad.Web.Email;

/// <summary>Mails that were written as files where no mail server is set.</summary>
public sealed class MailFiles(DataFolder folder)
{
    /// <summary>Deletes the files of some mails.</summary>
    /// <param name="messageIds">Their Message-IDs.</param>
    public void Delete(IEnumerable<string> messageIds)
    {
        ArgumentNullException.ThrowIfNull(messageIds);
        foreach (var path in messageIds.Select(id => Path.Combine(folder.Mails, NameOf(id))).Where(File.Exists))
        {
            File.Delete(path);
        }
    }

    /// <summary>Name of a mail's file.</summary>
    internal static string NameOf(string messageId) =>
        string.Concat(messageId.TakeWhile(letter => letter != '@').Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_')) + ".eml";
}
