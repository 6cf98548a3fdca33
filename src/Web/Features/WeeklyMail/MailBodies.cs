using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>A written letter without its tokens, as its row keeps it.</summary>
/// <param name="Day">The day that it speaks of.</param>
/// <param name="PainDay">The day that it asks about.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">HTML.</param>
/// <param name="Assessment">The assessment that it speaks of, as JSON.</param>
public sealed record WrittenLetter(LocalDate Day, LocalDate PainDay, string Subject, string Text, string Html, string Assessment);

/// <summary>A written letter with its tokens, ready to be sent.</summary>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">HTML.</param>
/// <param name="Unsubscribe">Where one POST ends the list.</param>
public sealed record MailBodies(string Subject, string Text, string Html, Uri Unsubscribe);
