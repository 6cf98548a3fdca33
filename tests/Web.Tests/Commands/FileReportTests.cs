using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Commands.Terms;

namespace KneeLoad.Web.Tests.Commands;

public sealed class FileReportTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void Reading_that_takes_long_shows_files_share_and_time_left_and_leaves_nothing()
    {
        using var error = new StringWriter();
        var time = new SteppingTime(TimeSpan.FromSeconds(1.5));
        string[] paths = [Path.Combine(Samples, "jog.fit.gz"), Path.Combine(Samples, "jog.fit.gz"), Path.Combine(Samples, "jog.fit.gz")];

        var files = new FileReport(error, new(error, time)).Read(paths).ToList();

        Assert.Equal(3, files.Count);
        Assert.Equal(
            [
                string.Empty,
                "1 file read, 33 %, about 3 s left",
                "2 files read, 67 %, about 2 s left",
                "3 files read, 100 %, about 0 s left",
                string.Empty,
                string.Empty,
            ],
            error.ToString().Split('\r').Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Reading_of_less_than_a_second_shows_nothing()
    {
        using var error = new StringWriter();

        var files = new FileReport(error, new(error, new SteppingTime(TimeSpan.FromMilliseconds(3)))).Read([Samples]).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain("files read", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_on_a_line_of_its_own()
    {
        using var error = new StringWriter();
        var report = new FileReport(error, new(error, new SteppingTime(TimeSpan.FromSeconds(2))));

        _ = report.Read([Path.Combine(Samples, "jog.fit.gz"), Path.Combine(Samples, "web-page.fit")]).ToList();

        var refusal = Assert.Single(error.ToString().Split('\r'), line => line.Contains("web-page.fit", StringComparison.Ordinal));
        Assert.StartsWith(Path.Combine(Samples, "web-page.fit"), refusal, StringComparison.Ordinal);
        Assert.EndsWith(Environment.NewLine, refusal, StringComparison.Ordinal);
        Assert.Equal(1, report.ExitCode);
    }

    [Fact]
    public void A_stream_that_is_no_terminal_gets_refusals_alone()
    {
        using var error = new StringWriter();

        Assert.Null(ProgressLine.For(error));
        _ = new FileReport(error, ProgressLine.For(error)).Read([Samples]).ToList();

        var lines = error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.StartsWith(Samples, line, StringComparison.Ordinal));
    }

    /// <summary>Goes on by one step whenever it is asked.</summary>
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks += step.Ticks;
    }
}
