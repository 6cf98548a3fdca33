namespace KneeLoad.Web.Features.Method.Blocks;

/// <summary>A piece of a section.</summary>
internal abstract record MethodBlock
{
    /// <summary>A heading within the section.</summary>
    public sealed record Heading(string Text) : MethodBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : MethodBlock;

    /// <summary>A list.</summary>
    public sealed record Items(IReadOnlyList<string> Texts) : MethodBlock;

    /// <summary>A formula, and what its letters mean.</summary>
    public sealed record Formula(Equation Equation, string Where) : MethodBlock;

    /// <summary>A table; the first cell of a row is its head.</summary>
    public sealed record Table(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<MethodCell>> Rows) : MethodBlock
    {
        /// <summary>True for a column of numbers, which stand at its end.</summary>
        public bool IsNumeric(int column) => Rows.All(row => row[column].IsNumber);
    }
}
