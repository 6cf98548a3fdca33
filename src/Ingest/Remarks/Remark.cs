namespace KneeLoad.Ingest.Remarks;

/// <summary>One thing that a reader says of a file: why its reading ended, or what was odd and read all the same. It holds no words.</summary>
/// <param name="Kind">The thing said.</param>
/// <param name="Number">A number of it, such as a limit; null where it has none. [bytes, m, % or 1, by <paramref name="Kind"/>]</param>
/// <param name="Name">A name out of the file, or a mark that was expected; null where it has none.</param>
/// <param name="Other">A second number; null where it has none. [m or 1, by <paramref name="Kind"/>]</param>
/// <param name="Times">How often it is true of the file; null for once. [1]</param>
public readonly record struct Remark(RemarkKind Kind, long? Number = null, string? Name = null, long? Other = null, int? Times = null)
{
    /// <summary>A remark that has no values.</summary>
    public static implicit operator Remark(RemarkKind kind) => new(kind);
}
