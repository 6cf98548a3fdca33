using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using MailRow = KneeLoad.Web.Data.Entities.WeeklyMail;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>Scores a reader's day, writes the letter of it, and fills in its tokens when it is sent.</summary>
public sealed class WeeklyMailWriter(
    KneeLoadDbContext db,
    IRunnerHistoryReader histories,
    ShownAssessments shown,
    WeeklyMailComposer composer,
    RunnerWork work,
    MailTokens tokens,
    MailLinks links,
    Language language)
{
    /// <summary>Scores today and writes the letter, which opens nothing yet.</summary>
    /// <param name="reader">Its reader.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<WrittenLetter> WriteAsync(Runner reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var history = await histories.ReadAsync(reader.Id, cancellationToken);
        var assessment = RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);
        var advice = AdviceList.For(assessment, history.Runs, history.Diary, history.Profile);
        var letter = composer.Compose(history, assessment, advice, reader.Format(language));
        await shown.KeepAsync(reader.Id, AssessmentRecord.Of(history, assessment), cancellationToken);
        return new(assessment.AsOf, letter.PainDay, letter.Subject, LetterAsText.Write(letter), LetterAsHtml.Write(letter), StoredJson.Write(assessment));
    }

    /// <summary>Mints the tokens of a written letter, which are committed before anything leaves, and fills them in.</summary>
    /// <param name="claim">The work.</param>
    /// <param name="row">The row with the letter.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ClaimLostException">Another worker has the work by now.</exception>
    public async Task<MailBodies> FillAsync(WorkClaim claim, MailRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(row);
        var (unsubscribe, pain) = ("", "");
        await work.DoAsync(
            claim,
            async () =>
            {
                unsubscribe = await tokens.MintAsync(row.RunnerId, MailTokenPurpose.Unsubscribe, null, cancellationToken);
                pain = await tokens.MintAsync(row.RunnerId, MailTokenPurpose.PainEntry, row.PainDay, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return new(row.Subject ?? "", Filled(row.TextBody), Filled(row.HtmlBody), links.Unsubscribe(unsubscribe));

        string Filled(string? body) => (body ?? "")
            .Replace(MailLinks.UnsubscribePlaceholder, unsubscribe, StringComparison.Ordinal)
            .Replace(MailLinks.PainPlaceholder, pain, StringComparison.Ordinal);
    }
}
