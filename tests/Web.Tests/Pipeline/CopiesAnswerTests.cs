using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Questions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static KneeLoad.Web.Tests.Pipeline.MadeActs;
using static KneeLoad.Web.Tests.Pipeline.StoredRows;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>One answer of the runner holds for all equal runs at other hours.</summary>
public sealed class CopiesAnswerTests
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 6, 26, 11, 0);

    [Fact]
    public async Task One_answer_on_equal_runs_at_other_hours_holds_for_all_of_them_and_is_taken_back_by_one_click()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, [.. MadeDays.Files]);
        var before = await CopiesAsync(house, runner);
        var counted = await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null));

        var moment = await house.UseAsync<CopiesAnswer, Instant?>(answer => answer.TellAsync(runner, areOne: true, CancellationToken.None));

        Assert.Equal(MadeDays.Copies, before.Count);
        Assert.Empty(await CopiesAsync(house, runner));
        Assert.Equal(counted - MadeDays.Copies, await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null)));
        Assert.Null(await FindDifferenceAsync(house, runner));
        Assert.True(await house.UseAsync<RunCorrecting, bool>(correcting => correcting.TakeBackAsync(runner, moment!.Value, CancellationToken.None)));
        Assert.Equal(before, await CopiesAsync(house, runner));
        Assert.Null(await FindDifferenceAsync(house, runner));
    }

    [Fact]
    public async Task Runs_that_are_told_to_be_others_are_asked_about_no_more_and_both_count()
    {
        await using var house = await PipelineHouse.OpenAsync(Opened);
        var runner = (await house.AddRunnerAsync(Zone)).Id;
        await house.UploadAsync(runner, [.. MadeDays.Files]);
        var counted = await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null));

        await house.UseAsync<CopiesAnswer, Instant?>(answer => answer.TellAsync(runner, areOne: false, CancellationToken.None));

        Assert.Empty(await CopiesAsync(house, runner));
        Assert.Equal(counted, await house.AskAsync(db => db.Runs.CountAsync(run => run.DuplicateOfId == null)));
        Assert.Null(await FindDifferenceAsync(house, runner));
    }

    private static Task<IReadOnlyList<OpenQuestions.Pair>> CopiesAsync(PipelineHouse house, Guid runner) =>
        house.UseAsync<OpenQuestionsReader, IReadOnlyList<OpenQuestions.Pair>>(reader => reader.CopiesAsync(runner, CancellationToken.None));
}
