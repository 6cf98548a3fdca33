namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>A composed mail with its tokens, ready to be sent.</summary>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">HTML.</param>
/// <param name="Unsubscribe">Where one POST ends the list.</param>
public sealed record MailBodies(string Subject, string Text, string Html, Uri Unsubscribe);
