using System.Text.RegularExpressions;
using System.Xml.Linq;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Features.Method.Constants;

/// <summary>The meaning of each constant in the words of its documentation, which the build lays beside the assembly: said once, in the code.</summary>
internal static partial class ConstantMeanings
{
    private static readonly Dictionary<string, (string Meaning, string Unit)> All = Read();

    /// <summary>The meaning of a constant, and its unit; the unit is empty for a plain number.</summary>
    /// <exception cref="KeyNotFoundException">The constant is not documented.</exception>
    public static (string Meaning, string Unit) Of(Type list, string name) => All[$"P:{list.FullName}.{name}"];

    private static Dictionary<string, (string Meaning, string Unit)> Read()
    {
        var assembly = typeof(Published).Assembly.GetName().Name;
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"));
        return documentation.Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => (string?)member.Attribute("name") ?? "", member => Split(member.Element("summary")!.Value), StringComparer.Ordinal);
    }

    private static (string Meaning, string Unit) Split(string summary)
    {
        var words = Blank().Replace(summary, " ").Trim();
        var unit = Bracket().Match(words).Groups["unit"].Value;
        return (Bracket().Replace(words, "").TrimEnd(), unit is "1" ? "" : unit);
    }

    /// <summary>The unit at the end: [m/s].</summary>
    [GeneratedRegex(@"\[(?<unit>[^\]]*)\]\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
