using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Tests.Features.Stories;

/// <summary>One day of a made history as its runner sees it.</summary>
/// <param name="Story">Name of the history.</param>
/// <param name="Day">Day since its first. [d]</param>
/// <param name="Assessment">The assessment that screen and mail were made from.</param>
/// <param name="Advice">Its advice.</param>
/// <param name="Kept">Level and score of the document that the screen offers for download.</param>
/// <param name="Page">The first screen in kilometres.</param>
/// <param name="PageInMiles">The first screen in miles.</param>
/// <param name="Mail">Subject and both parts of the mail in kilometres.</param>
/// <param name="MailInMiles">The same in miles.</param>
public sealed record StoryScreen(
    string Story, int Day, RiskAssessment Assessment, IReadOnlyList<AdviceItem> Advice, ShownFinding Kept,
    string Page, string PageInMiles, string Mail, string MailInMiles)
{
    public override string ToString() => $"{Story}, day {Day}";
}
