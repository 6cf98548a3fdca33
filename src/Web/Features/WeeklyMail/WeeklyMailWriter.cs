using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Words;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>Writes the mail of a row as of today. A later attempt writes it anew, since it speaks of today's ceiling.</summary>
public sealed class WeeklyMailWriter(
    IRunnerHistoryReader histories, ShownAssessments shown, WeeklyMailComposer composer, MailTokens tokens, MailLinks links, Language language)
{
    /// <summary>The mail, with tokens. The row keeps it without them; the caller saves both before anything leaves.</summary>
    /// <param name="row">The row, tracked.</param>
    /// <param name="runner">Its reader.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<MailBodies> WriteAsync(MailRow row, Runner runner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(runner);

        var history = await histories.ReadAsync(runner.Id, cancellationToken);
        var assessment = RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);
        var advice = AdviceList.For(assessment, history.Runs, history.Diary, history.Profile);
        var letter = composer.Compose(history, assessment, advice, runner.Format(language));
        row.Subject = letter.Subject;
        row.TextBody = LetterAsText.Write(letter);
        row.HtmlBody = LetterAsHtml.Write(letter);
        row.Assessment = StoredJson.Write(assessment);
        await shown.KeepAsync(runner.Id, AssessmentRecord.Of(history, assessment), cancellationToken);

        var unsubscribe = await tokens.MintAsync(runner.Id, MailTokenPurpose.Unsubscribe, null, cancellationToken);
        var pain = await tokens.MintAsync(runner.Id, MailTokenPurpose.PainEntry, letter.PainDay, cancellationToken);
        return new(row.Subject, Filled(row.TextBody), Filled(row.HtmlBody), links.Unsubscribe(unsubscribe));

        string Filled(string body) => body
            .Replace(MailLinks.UnsubscribePlaceholder, unsubscribe, StringComparison.Ordinal)
            .Replace(MailLinks.PainPlaceholder, pain, StringComparison.Ordinal);
    }
}
