using System.Globalization;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Privacy;

/// <summary>Says each kind of data that is kept, for the page and for the document.</summary>
public static class KeptWords
{
    /// <summary>The thing that is kept.</summary>
    public static string What(Retention kind, Language say)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Say(say)[$"Privacy.Kept.{kind.Name}.What"];
    }

    /// <summary>The reason that it is kept for.</summary>
    public static string Why(Retention kind, Language say)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Say(say)[$"Privacy.Kept.{kind.Name}.Why"];
    }

    /// <summary>The time that it is kept.</summary>
    public static string Until(Retention kind, Language say)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var days = kind.Kept is { } kept ? Say(say)["Privacy.Page.Kept.Days", ("days", say.Format.Number(kept.TotalDays, 0))] + "." : "";
        // Kinds that time alone ends have no more to say.
        var until = Ends(kind) ? say[$"Privacy.Kept.{kind.Name}.Until"] : "";
        return $"{days} {until}".Trim();
    }

    /// <summary>Writes the whole table as Markdown.</summary>
    public static string Document(Language say)
    {
        var text = new StringBuilder();
        text.Append("# ").AppendLine(Say(say)["Privacy.Page.Kept"]).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {say["Privacy.Page.Kept.What"]} | {say["Privacy.Page.Kept.Why"]} | {say["Privacy.Page.Kept.Long"]} |")
            .AppendLine("|---|---|---|");
        foreach (var kind in Retention.All)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {(kind.IsHealth ? say["Privacy.Page.Kept.Health"] + ": " : "")}{What(kind, say)} | {Why(kind, say)} | {Until(kind, say)} |");
        }

        text.AppendLine().Append("## ").AppendLine(say["Privacy.Page.See"]).AppendLine();
        foreach (var line in See(say))
        {
            text.AppendLine(line).AppendLine();
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>The people who see it.</summary>
    public static IReadOnlyList<string> See(Language say) =>
        [Say(say)["Privacy.Page.See.You"], say["Privacy.Page.See.Owner"], say["Privacy.Page.See.Disk"], say["Privacy.Page.See.Mail"]];

    private static bool Ends(Retention kind) => kind.Kept is null || kind.Name is not ("UnsubscribeLinks" or "PainLinks" or "ConfirmationLinks");

    private static Language Say(Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say;
    }
}
