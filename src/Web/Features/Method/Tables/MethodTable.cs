using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>A table of the method; the first cell of a row is its head.</summary>
/// <param name="Caption">Its caption; null where the heading of its chapter names it.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
internal sealed record MethodTable(string? Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<MethodCell>> Rows)
{
    /// <summary>The class of a column's cells: numbers stand at its end. Null for the heads of rows and for words.</summary>
    public string? ClassOf(int column) => column > 0 && Rows.All(row => row[column].IsNumber) ? "number" : null;
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Address">The address that it leads to; null when it is no link.</param>
internal readonly record struct MethodCell(string Text, string? Address = null)
{
    /// <summary>True where it is quoted from the code or names a paper, in English for every reader.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The language of the text where it is not the reader's, as in the attribute lang.</summary>
    public string? Language => IsQuoted ? Words.Language.English.Tag : null;

    /// <summary>True where it is read as a number, or empty.</summary>
    public bool IsNumber => Text.All(sign => char.IsAsciiDigit(sign) || sign is '.' or ',' or '+' or '-' or '\u2212' or '%' or '\u00a0');

    /// <summary>A cell that quotes the code.</summary>
    public static MethodCell OfCode(string text) => new(text) { IsQuoted = true };

    /// <summary>A cell that names a paper or a page.</summary>
    public static MethodCell OfSource(Source source) => new(source.Citation, source.Address) { IsQuoted = true };

    /// <summary>A cell that names papers and pages.</summary>
    public static MethodCell OfSources(IEnumerable<Source> sources) => new(string.Join("; ", sources.Select(source => source.Citation))) { IsQuoted = true };

    public static implicit operator MethodCell(string text) => new(text);
}
