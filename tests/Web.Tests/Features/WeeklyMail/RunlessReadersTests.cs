using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>A reader without runs gets one letter that says so, then silence until a run comes.</summary>
public sealed class RunlessReadersTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);
    private static readonly Duration Week = Duration.FromDays(7);

    [Fact]
    public async Task One_letter_says_how_to_bring_runs_and_then_there_is_silence()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        await house.AddRunnerAsync();

        await house.SweepUntilAsync(Monday + (5 * Week), Week);

        Assert.Equal("How to bring your runs", Assert.Single(house.Files())["Subject"]);
        Assert.Equal(6, (await house.RowsAsync()).Count);
        Assert.All(
            (await house.RowsAsync()).Skip(1),
            row => Assert.Equal((MailState.GivenUp, "MailRefused: no run since the letter that said so"), (row.State, row.LastError)));
    }

    [Fact]
    public async Task A_run_ends_the_silence()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        var runner = await house.AddRunnerAsync();
        await house.SweepUntilAsync(Monday + Week, Week);
        await house.AddRunsAsync(runner, new LocalDate(2026, 11, 29));

        await house.SweepUntilAsync(house.Clock.GetCurrentInstant() + Week, Week);

        Assert.Equal(["How to bring your runs", "Your first weeks, 1 run"], house.Files().Select(mail => mail["Subject"]).Take(2));
    }

    [Fact]
    public async Task An_old_history_that_comes_after_the_letter_is_answered_once()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        var runner = await house.AddRunnerAsync();
        await house.SweepUntilAsync(Monday + Week, Week);
        await house.AddRunsAsync(runner, [.. Enumerable.Range(0, 10).Select(i => new LocalDate(2026, 2, 1).PlusDays(3 * i))]);

        await house.SweepUntilAsync(house.Clock.GetCurrentInstant() + (4 * Week), Week);

        Assert.Equal(["How to bring your runs", "A month without runs"], house.Files().Select(mail => mail["Subject"]));
    }

    [Fact]
    public async Task Who_stops_running_is_told_once_and_hears_again_after_the_next_run()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        var runner = await house.AddRunnerAsync();
        await house.AddRunsAsync(runner, [.. Enumerable.Range(0, 30).Select(i => new LocalDate(2026, 11, 15).PlusDays(-3 * i))]);

        await house.SweepUntilAsync(Monday + (9 * Week), Week);
        var silent = house.Files().Count;
        await house.AddRunsAsync(runner, new LocalDate(2027, 1, 23));
        await house.SweepAsync();

        // Mondays 0 to 4 lie within 30 days of the last run; the fifth says that none came.
        Assert.Equal(6, silent);
        Assert.Equal("A month without runs", house.Files()[5]["Subject"]);
        Assert.Equal(7, house.Files().Count);
        Assert.Equal("Saturday's run was long for a first run", house.Files()[6]["Subject"]);
    }

    [Fact]
    public async Task A_letter_that_was_put_off_still_goes()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        await house.AddRunnerAsync();
        await house.SweepAsync();

        await house.PutBackAsync((await house.RowAsync()).Id);
        house.Clock.Advance(Duration.FromHours(1));
        await house.SweepAsync();

        Assert.Equal(MailState.Sent, (await house.RowAsync()).State);
    }
}
