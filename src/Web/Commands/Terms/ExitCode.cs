namespace KneeLoad.Web.Commands.Terms;

/// <summary>The exit codes of all verbs.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>Some input was refused; standard error says which and why.</summary>
    public const int Refused = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int Misused = 2;
}
