using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Words;

public sealed class RunWordsTests
{
    [Theory]
    [InlineData(0, "Today\u2019s run")]
    [InlineData(1, "Yesterday\u2019s run")]
    [InlineData(3, "Sunday\u2019s run")]
    [InlineData(7, "The run of Wed 29 Apr 2026")]
    public void A_run_is_named_by_its_day(int daysAgo, string expected)
    {
        var today = new LocalDate(2026, 5, 6);

        Assert.Equal(expected, RunWords.Name(today.PlusDays(-daysAgo), today, Language.English));
    }
}
