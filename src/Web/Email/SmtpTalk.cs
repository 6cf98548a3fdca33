using MailKit;

namespace KneeLoad.Web.Email;

/// <summary>
/// Listens to what is said to a server, keeps none of it, and knows whether a mail has left whole: then a broken line tells nothing about it.
/// </summary>
internal sealed class SmtpTalk : IProtocolLogger
{
    private int matched;

    /// <summary>True once the end of a mail was said.</summary>
    public bool HasMailLeft { get; private set; }

    /// <inheritdoc/>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>A line with a dot alone: it ends a mail, in which it cannot come.</summary>
    private static ReadOnlySpan<byte> End => "\r\n.\r\n"u8;

    /// <inheritdoc/>
    public void LogConnect(Uri uri)
    {
    }

    /// <inheritdoc/>
    public void LogClient(byte[] buffer, int offset, int count)
    {
        foreach (var letter in buffer.AsSpan(offset, count))
        {
            matched = letter == End[matched] ? matched + 1 : letter == End[0] ? 1 : 0;
            if (matched == End.Length)
            {
                (matched, HasMailLeft) = (0, true);
            }
        }
    }

    /// <inheritdoc/>
    public void LogServer(byte[] buffer, int offset, int count)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
