namespace KneeLoad.Web.Features.Method;

/// <summary>A formula: what it gives, and how.</summary>
/// <param name="Left">What it gives.</param>
/// <param name="Right">How.</param>
internal sealed record Equation(MathTerm Left, MathTerm Right)
{
    /// <summary>As MathML Core, which browsers draw and read out without script.</summary>
    public string MathMl => $"<math display=\"block\"><mrow>{Left.MathMl}<mo>=</mo>{Right.MathMl}</mrow></math>";

    /// <summary>As TeX.</summary>
    public string Tex => $"{Left.Tex} = {Right.Tex}";
}
