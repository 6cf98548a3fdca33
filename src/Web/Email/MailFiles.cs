using KneeLoad.Web.Hosting;

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

    /// <summary>Deletes every mail to an address, whatever it is about.</summary>
    /// <param name="address">The address; null for none.</param>
    public void DeleteTo(string? address)
    {
        if (string.IsNullOrEmpty(address) || !Directory.Exists(folder.Mails))
        {
            return;
        }

        var reader = Mailbox.TryParse(address, out var mailbox) ? mailbox.Address : address;
        foreach (var path in Directory.EnumerateFiles(folder.Mails, "*.eml").Where(path => IsTo(path, reader)))
        {
            File.Delete(path);
        }
    }

    private static bool IsTo(string path, string reader) => File.ReadLines(path).TakeWhile(line => line.Length > 0)
        .Any(line => line.StartsWith("To:", StringComparison.OrdinalIgnoreCase)
            && line[3..].Trim().Trim('<', '>').Equals(reader, StringComparison.OrdinalIgnoreCase));

    /// <summary>Name of a mail's file.</summary>
    internal static string NameOf(string messageId) =>
        string.Concat(messageId.TakeWhile(letter => letter != '@').Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'))
            + ".eml";
}
