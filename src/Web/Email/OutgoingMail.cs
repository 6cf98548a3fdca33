namespace KneeLoad.Web.Email;

/// <summary>One mail; where it belongs to a list, its reader can leave that with one click.</summary>
public sealed record OutgoingMail
{
    /// <summary>Its Message-ID without angle brackets, the same in every attempt: by it a second copy is known for one.</summary>
    public required string MessageId { get; init; }

    /// <summary>To whom.</summary>
    public required Mailbox To { get; init; }

    /// <summary>Subject, one line.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text, saying the same as the HTML.</summary>
    public required string TextBody { get; init; }

    /// <summary>HTML, saying the same as the text.</summary>
    public required string HtmlBody { get; init; }

    /// <summary>The address at which one POST ends the list (RFC 8058); null where the mail belongs to none.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>Name of the list for filters, dotted like a host name (RFC 2919); null where it belongs to none.</summary>
    public string? ListId { get; init; }
}
