using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Archives;

/// <summary>One file of an archive, unpacked; or the file itself where it is no archive; or a damaged archive itself, after its files.</summary>
public sealed record ArchiveMember
{
    private ArchiveMember(string name, ReadOnlyMemory<byte> content, ReadResult? refusal, Stream? stream = null, bool isNameAlone = false)
    {
        Name = name;
        Content = content;
        Refusal = refusal;
        Stream = stream;
        IsNameAlone = isNameAlone;
    }

    /// <summary>Name of the file; of a member <c>archive.zip!/path</c>. For showing only: it may hold "..", and names may repeat.</summary>
    public string Name { get; }

    /// <summary>The unpacked bytes; none when it was refused, or they were not asked for.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The unpacked bytes to be read once, before the next file is asked for; null where no stream was asked for.</summary>
    public Stream? Stream { get; }

    /// <summary>Whether no more than the name was asked for.</summary>
    public bool IsNameAlone { get; }

    /// <summary>
    /// Why it could not be unpacked; null when it could. Its status is <see cref="ReadStatus.Rejected"/>, or
    /// <see cref="ReadStatus.Partial"/> of a damaged archive some of whose files came before.
    /// </summary>
    public ReadResult? Refusal { get; }

    internal static ArchiveMember Over(string name, Stream stream) => new(name, default, null, stream);

    internal static ArchiveMember Named(string name) => new(name, default, null, isNameAlone: true);

    internal static ArchiveMember Of(string name, ReadOnlyMemory<byte> content) => new(name, content, null);

    internal static ArchiveMember Refused(string name, ReadFault fault, Remark reason) => new(name, default, ReadResult.Rejected(fault, reason));

    internal static ArchiveMember Damaged(string name, Remark reason) =>
        new(name, default, ReadResult.Rejected(ReadFault.DamagedArchive, reason) with { Status = ReadStatus.Partial });
}
