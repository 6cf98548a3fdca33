namespace KneeLoad.Web.Features.Method.Blocks;

/// <summary>A section of the method.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">Its pieces, in order.</param>
internal sealed record MethodSection(string Id, string Title, IReadOnlyList<MethodBlock> Blocks);
