using System.Globalization;
using AngleSharp.Dom;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>A formula as the page shows it in MathML, written as TeX and computed.</summary>
internal sealed class MathFormula(IElement math)
{
    private const string Apply = "\u2061";

    /// <summary>The whole formula in TeX.</summary>
    public string Tex => TexOf(math);

    /// <summary>The quantity that it gives, in TeX.</summary>
    public string Left => string.Join(' ', math.Children.TakeWhile(one => !IsSign(one, "=")).Select(TexOf).Where(text => text.Length > 0));

    /// <summary>The value of its right side.</summary>
    /// <param name="valueOf">Value of each symbol, by the symbol as it is written in TeX.</param>
    public double Evaluate(Func<string, double> valueOf) =>
        Sum(new(math.Children.SkipWhile(one => !IsSign(one, "=")).Skip(1)), valueOf);

    private static string TexOf(IElement element) => (element.LocalName, element.TextContent.Trim()) switch
    {
        ("math" or "mrow", _) => string.Join(' ', element.Children.Select(TexOf).Where(text => text.Length > 0)),
        ("mfrac", _) => $@"\frac{{{TexOf(element.Children[0])}}}{{{TexOf(element.Children[1])}}}",
        ("msup", _) => $"{TexOf(element.Children[0])}^{{{TexOf(element.Children[1])}}}",
        ("msub", _) => $"{TexOf(element.Children[0])}_{{{TexOf(element.Children[1])}}}",
        ("mn", var digits) => digits.Replace('\u2212', '-'),
        ("mi", "π") => @"\pi",
        ("mi", "…") => @"\dots",
        ("mi", "ln") => @"\ln",
        ("mi", { Length: 1 } letter) => letter,
        ("mi", var name) => $@"\text{{{name}}}",
        ("mo", "·") => @"\cdot",
        ("mo", "\u2212") => "-",
        ("mo", "(") => @"\left(",
        ("mo", ")") => @"\right)",
        ("mo", Apply) => "",
        ("mo", "=" or "+") => element.TextContent.Trim(),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element.OuterHtml, "A part of a formula that nobody wrote yet."),
    };

    private static double Sum(Queue<IElement> row, Func<string, double> valueOf)
    {
        var sum = Product(row, valueOf);
        while (row.TryPeek(out var next) && !IsSign(next, ")"))
        {
            var isPlus = IsSign(row.Dequeue(), "+");
            Assert.True(isPlus || IsSign(next, "\u2212"), next.OuterHtml);
            sum += isPlus ? Product(row, valueOf) : -Product(row, valueOf);
        }

        return sum;
    }

    private static double Product(Queue<IElement> row, Func<string, double> valueOf)
    {
        var product = Value(row, valueOf);
        while (row.TryPeek(out var next) && IsSign(next, "·"))
        {
            row.Dequeue();
            product *= Value(row, valueOf);
        }

        return product;
    }

    private static double Value(Queue<IElement> row, Func<string, double> valueOf)
    {
        var element = row.Dequeue();
        double Part(int index) => Value(new([element.Children[index]]), valueOf);
        switch (element.LocalName, element.TextContent.Trim())
        {
            case ("mrow", _):
                return Sum(new(element.Children), valueOf);
            case ("mfrac", _):
                return Part(0) / Part(1);
            case ("msup", _):
                return Math.Pow(Part(0), Part(1));
            case ("mn", var digits):
                return double.Parse(digits.Replace('\u2212', '-'), CultureInfo.InvariantCulture);
            case ("mi", "e"):
                return Math.E;
            case ("mi", "π"):
                return Math.PI;
            case ("mi", "ln"):
                Assert.True(IsSign(row.Dequeue(), Apply));
                return Math.Log(Value(row, valueOf));
            case ("mo", "("):
                var inner = Sum(row, valueOf);
                Assert.True(IsSign(row.Dequeue(), ")"));
                return inner;
            default:
                return valueOf(TexOf(element));
        }
    }

    private static bool IsSign(IElement element, string sign) => element.LocalName == "mo" && element.TextContent.Trim() == sign;
}
