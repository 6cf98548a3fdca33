namespace KneeLoad.Testing;

/// <summary>The run that takes its time: more kills, more widths, more changed bytes. <c>./test.sh --long</c> asks for it.</summary>
public static class LongRun
{
    /// <summary>Whether it is asked for.</summary>
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("KNEELOAD_LONG") == "1";
}
