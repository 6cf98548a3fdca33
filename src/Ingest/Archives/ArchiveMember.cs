using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Archives;

/// <summary>One file of an archive, unpacked; or the file itself where it is no archive; or a damaged archive itself, after its files.</summary>
public sealed record ArchiveMember
{
    private ArchiveMember(string name, ReadOnlyMemory<byte> content, ReadResult? refusal)
    {
        Name = name;
        Content = content;
        Refusal = refusal;
    }

    /// <summary>Name of the file; of a member <c>archive.zip!/path</c>. For showing only: it may hold "..", and names may repeat.</summary>
    public string Name { get; }

    /// <summary>The unpacked bytes; none when it was refused.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>
    /// Why it could not be unpacked; null when it could. Its status is <see cref="ReadStatus.Rejected"/>, or
    /// <see cref="ReadStatus.Partial"/> of a damaged archive some of whose files came before.
    /// </summary>
    public ReadResult? Refusal { get; }

    internal static ArchiveMember Of(string name, ReadOnlyMemory<byte> content) => new(name, content, null);

    internal static ArchiveMember Refused(string name, ReadFault fault, Remark reason) => new(name, default, ReadResult.Rejected(fault, reason));

    internal static ArchiveMember Damaged(string name, Remark reason) =>
        new(name, default, ReadResult.Rejected(ReadFault.DamagedArchive, reason) with { Status = ReadStatus.Partial });
}
