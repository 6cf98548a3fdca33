using KneeLoad.Web.Data.Reading;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>The assessment in a mail is kept with its inputs, like one that a page showed.</summary>
public sealed class WeeklyMailWriterTests
{
    [Fact]
    public async Task What_was_mailed_is_kept_with_its_inputs()
    {
        await using var house = await MailHouse.OpenAsync(Instant.FromUtc(2026, 11, 16, 12, 0));
        var runner = await house.AddRunnerAsync();

        await house.SweepAsync();

        var mailed = (await house.RowAsync()).Assessment;
        var kept = await house.UseAsync(db => db.ShownAssessments.AsNoTracking().SingleAsync(row => row.RunnerId == runner));
        var record = StoredJson.ReadAssessment(ShownAssessments.Unpack(kept.Content));
        Assert.Equal(new LocalDate(2026, 11, 16), kept.AsOf);
        Assert.Equal(mailed, StoredJson.Write(record.Outcome));
        Assert.Equal(mailed, StoredJson.Write(record.Assess()));
    }
}
