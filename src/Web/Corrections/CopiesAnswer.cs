using KneeLoad.Web.Data.Questions;
using NodaTime;

namespace KneeLoad.Web.Corrections;

/// <summary>Takes a runner's one answer on all pairs of equal runs at other hours.</summary>
public sealed class CopiesAnswer(OpenQuestionsReader questions, RunCorrecting correcting)
{
    /// <summary>Tells of all open pairs whether each is one run or two.</summary>
    /// <returns>The moment under which the answer is taken back; null when there is no open pair.</returns>
    public async Task<Instant?> TellAsync(Guid runnerId, bool areOne, CancellationToken cancellationToken)
    {
        var pairs = await questions.CopiesAsync(runnerId, cancellationToken);
        List<Guid> runs = [.. pairs.SelectMany(pair => new[] { pair.Earlier, pair.Later }).Distinct()];
        return runs.Count == 0 ? null : await correcting.TellAsync(runnerId, runs, areOne ? Correction.SameRun : Correction.OtherRun, cancellationToken);
    }
}
