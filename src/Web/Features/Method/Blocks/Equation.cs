namespace KneeLoad.Web.Features.Method.Blocks;

/// <summary>A formula: what it gives, and how.</summary>
/// <param name="Left">The quantity that it gives.</param>
/// <param name="Right">How.</param>
internal sealed record Equation(MathTerm Left, MathTerm Right)
{
    /// <summary>The formula in MathML Core, which browsers draw and read out without script.</summary>
    public string MathMl => $"<math display=\"block\"><mrow>{Left.MathMl}<mo>=</mo>{Right.MathMl}</mrow></math>";

    /// <summary>The formula in TeX.</summary>
    public string Tex => $"{Left.Tex} = {Right.Tex}";
}
