using static System.FormattableString;

namespace KneeLoad.Web.Commands.Terms;

/// <summary>The progress of some work, on one line of a terminal that is written anew. Work of less than a second shows none.</summary>
/// <param name="error">Where the line is written.</param>
/// <param name="time">Measures how long the work takes.</param>
internal sealed class ProgressLine(TextWriter error, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(200);

    private readonly long start = time.GetTimestamp();
    private TimeSpan told;
    private int width;

    /// <summary>The line for a verb, where someone sees it.</summary>
    /// <param name="error">Standard error of the verb.</param>
    /// <param name="writesMeanwhile">
    /// Whether the verb writes its results while it works: at a terminal they show how far it is, and the line would stand among them.
    /// </param>
    /// <returns>Null when standard error is no terminal.</returns>
    public static ProgressLine? For(TextWriter error, bool writesMeanwhile = false) =>
        ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected && (Console.IsOutputRedirected || !writesMeanwhile)
            ? new(error, TimeProvider.System)
            : null;

    /// <summary>Writes the line, unless it was written just now.</summary>
    /// <param name="work">What is done so far, in words.</param>
    /// <param name="done">Its share of all work. [fraction]</param>
    public void Show(string work, double done)
    {
        var elapsed = time.GetElapsedTime(start);
        if (elapsed < Patience || elapsed - told < Often || done <= 0)
        {
            return;
        }

        told = elapsed;
        var left = elapsed * ((1 - done) / done);
        var line = Invariant($"{work}, {100 * done:F0} %, about {left.TotalSeconds:F0} s left");
        error.Write('\r' + line.PadRight(width));
        width = line.Length;
    }

    /// <summary>Takes the line away, so that something else can stand in its place.</summary>
    public void Clear()
    {
        if (width > 0)
        {
            error.Write('\r' + new string(' ', width) + '\r');
            width = 0;
        }
    }
}
