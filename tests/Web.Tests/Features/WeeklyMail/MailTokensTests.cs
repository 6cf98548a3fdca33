using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Mailing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

public sealed class MailTokensTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 12, 0);

    [Fact]
    public async Task MA_09_A_thousand_tokens_have_nothing_in_common()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        var runner = await house.AddRunnerAsync();

        var tokens = await house.UseAsync(async db =>
        {
            var minted = new List<string>();
            for (var i = 0; i < 1000; i++)
            {
                minted.Add(await new MailTokens(db, RowsInSight.All(), house.Clock).MintAsync(
                    runner, MailTokenPurpose.Unsubscribe, null, CancellationToken.None));
            }

            return minted;
        });

        Assert.Equal(1000, tokens.Distinct(StringComparer.Ordinal).Count());
        Assert.All(tokens, token => Assert.Equal(43, token.Length));
        // Of 64 letters each place sees most in a thousand draws; a place that stands still or counts up would not. The last carries four bits.
        Assert.All(Enumerable.Range(0, 42), place => Assert.InRange(tokens.Select(token => token[place]).Distinct().Count(), 50, 64));
    }

    [Fact]
    public async Task MA_09_Only_the_hash_is_stored_and_it_finds_the_row()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        var runner = await house.AddRunnerAsync();

        var (token, found, other) = await house.UseAsync(async db =>
        {
            var tokens = new MailTokens(db, RowsInSight.All(), house.Clock);
            var minted = await tokens.MintAsync(runner, MailTokenPurpose.PainEntry, new(2026, 11, 15), CancellationToken.None);
            await db.SaveChangesAsync();
            return (minted, await tokens.FindAsync(minted, MailTokenPurpose.PainEntry, CancellationToken.None),
                await tokens.FindAsync(minted, MailTokenPurpose.Unsubscribe, CancellationToken.None));
        });

        Assert.Equal((runner, new LocalDate(2026, 11, 15)), (found!.RunnerId, found.Day!.Value));
        Assert.NotEqual(token, found.TokenHash);
        Assert.Equal(64, found.TokenHash.Length);
        Assert.Null(other);
    }

    [Fact]
    public async Task Outlived_tokens_open_nothing_and_go_with_the_next_one()
    {
        await using var house = await MailHouse.OpenAsync(Monday);
        var runner = await house.AddRunnerAsync();
        var old = await house.UseAsync(async db =>
        {
            var minted = await new MailTokens(db, RowsInSight.All(), house.Clock).MintAsync(runner, MailTokenPurpose.PainEntry, null, CancellationToken.None);
            await db.SaveChangesAsync();
            return minted;
        });

        house.Clock.Advance(Duration.FromDays(31));
        var found = await house.UseAsync(db => new MailTokens(db, RowsInSight.All(), house.Clock).FindAsync(
            old, MailTokenPurpose.PainEntry, CancellationToken.None));
        await house.UseAsync(db => new MailTokens(db, RowsInSight.All(), house.Clock).MintAsync(
            runner, MailTokenPurpose.PainEntry, null, CancellationToken.None));

        Assert.Null(found);
        Assert.Equal(0, await house.UseAsync(db => db.MailTokens.CountAsync()));
    }
}
