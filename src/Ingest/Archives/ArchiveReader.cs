using System.IO.Compression;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Archives;

/// <summary>
/// Unpacks zip, gzip and tar as a stream of files, each also within the others up to a depth (PKWARE's APPNOTE; RFC 1952; POSIX pax).
/// Nothing is ever written under a member's name, and one bad member is one refused member. Of a zip that is cut short or
/// whose directory is damaged, the files that are still whole come all the same, and the archive itself after them.
/// </summary>
public static class ArchiveReader
{
    // Levels of packing: an account export is zip > zip > gzip > file, and a cloud folder or a system packs it once or twice more.
    private const int Deepest = 4;
    private const int LongestMemberName = 300;

    /// <summary>So many first bytes tell whether a file is an archive. [bytes]</summary>
    public static int BytesToTell => Spool.HeadBytes;

    /// <summary>Whether a file that begins so is an archive that is unpacked.</summary>
    /// <param name="beginning">Its first <see cref="BytesToTell"/> bytes; fewer where it is shorter.</param>
    public static bool IsArchive(ReadOnlySpan<byte> beginning) => Spool.Tell(beginning) is PackedAs.Zip or PackedAs.Gzip or PackedAs.Tar;

    /// <summary>The files in an archive, one after the other, each unpacked when it is asked for.</summary>
    /// <param name="content">The archive, or a file that is none. Read from its beginning where it can seek; stays open.</param>
    /// <param name="name">Its name, which the members' names begin with.</param>
    /// <param name="limits">Null for <see cref="ArchiveLimits.Default"/>.</param>
    /// <param name="use">How much of a file is asked for, by its name with that of its archive. Null for all of all.</param>
    /// <returns>A file that is no archive is its own only member. No content makes it throw.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static IEnumerable<ArchiveMember> Members(Stream content, string name, ArchiveLimits? limits = null, Func<string, MemberUse>? use = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        var budget = new ArchiveBudget(limits ?? ArchiveLimits.Default, content.CanSeek ? content.Length : null) { Use = use };
        return content.CanSeek ? Unpack(content, name, budget, level: 0) : UnpackCopy(content, null, name, budget, level: 0);
    }

    private static IEnumerable<ArchiveMember> UnpackCopy(Stream source, long? packedBytes, string name, ArchiveBudget budget, int level)
    {
        using var copy = Spool.Copy(source, packedBytes, budget);
        if (copy.Content is null)
        {
            yield return ArchiveMember.Refused(name, copy.Fault, copy.Reason);
            yield break;
        }

        foreach (var member in Unpack(copy.Content, name, budget, level))
        {
            yield return member;
        }
    }

    private static IEnumerable<ArchiveMember> Unpack(Stream content, string name, ArchiveBudget budget, int level)
    {
        // An iterator, so that even a file that is no archive is read only when it is asked for.
        var members = Spool.Tell(content) switch
        {
            PackedAs.Zip when level <= Deepest => UnpackZip(content, name, budget, level),
            PackedAs.Gzip when level <= Deepest => UnpackGzip(content, name, budget, level),
            PackedAs.Tar when level <= Deepest => UnpackTar(content, name, budget, level),
            PackedAs.Nothing when level == 0 && budget.Use?.Invoke(name) is { } use and not MemberUse.Whole => Unread(content, name, use),
            PackedAs.Nothing => [ReadWhole(content, name, budget)],
            PackedAs.Unread => [ArchiveMember.Refused(
                name, ReadFault.UnsupportedArchive, new Remark(RemarkKind.PackedAsUnread, Name: UnreadPacking.Of(Spool.Head(content))))],
            _ => [ArchiveMember.Refused(name, ReadFault.UnsupportedArchive, RemarkKind.ArchivePackedTooOften)],
        };
        foreach (var member in members)
        {
            yield return member;
        }
    }

    /// <summary>A file that is no member of an archive and is not read into memory.</summary>
    private static ArchiveMember[] Unread(Stream content, string name, MemberUse use) => use switch
    {
        MemberUse.Stream => [ArchiveMember.Over(name, content)],
        MemberUse.Name => [ArchiveMember.Named(name)],
        _ => [],
    };

    private static ArchiveMember ReadWhole(Stream content, string name, ArchiveBudget budget)
    {
        if (content is MemoryStream memory && memory.TryGetBuffer(out var bytes))
        {
            return ArchiveMember.Of(name, bytes);
        }

        // Bytes as they come, not unpacked: no ratio to hold.
        using var copy = Spool.Copy(content, content.Length, budget);
        return copy.Content is MemoryStream whole
            ? ArchiveMember.Of(name, whole.GetBuffer().AsMemory(0, (int)whole.Length))
            : ArchiveMember.Refused(name, copy.Fault, copy.Reason);
    }

    private static IEnumerable<ArchiveMember> UnpackGzip(Stream content, string name, ArchiveBudget budget, int level)
    {
        using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        foreach (var member in UnpackCopy(unpacked, content.Length, name, budget, level + 1))
        {
            yield return member;
        }
    }

    private static IEnumerable<ArchiveMember> UnpackTar(Stream content, string name, ArchiveBudget budget, int level)
    {
        using var walk = new TarWalk(content);
        foreach (var member in UnpackMembers(MembersOf(walk), name, budget, level))
        {
            yield return member;
        }

        if (walk.IsDamaged)
        {
            yield return ArchiveMember.Damaged(name, RemarkKind.ArchiveDamaged);
        }
    }

    private static IEnumerable<ZipMember> MembersOf(TarWalk walk)
    {
        while (walk.Next() is { } member)
        {
            yield return member;
        }
    }

    private static IEnumerable<ArchiveMember> UnpackZip(Stream content, string name, ArchiveBudget budget, int level)
    {
        using var archive = ZipContainer.Open(content, budget.Limits, out var fault, out var reason);
        var members = (archive, fault) switch
        {
            ({ } sound, _) => UnpackMembers(ZipContainer.Members(sound), name, budget, level),
            (_, ReadFault.DamagedArchive) => Salvage(content, name, reason, budget, level),
            _ => [ArchiveMember.Refused(name, fault, reason)],
        };
        foreach (var member in members)
        {
            yield return member;
        }
    }

    /// <summary>The rest of an archive without a sound directory; last comes the archive itself, with what is wrong with it.</summary>
    private static IEnumerable<ArchiveMember> Salvage(Stream content, string name, Remark reason, ArchiveBudget budget, int level)
    {
        var found = 0;
        foreach (var member in UnpackMembers(new ZipWalk(content).Members(), name, budget, level))
        {
            found++;
            yield return member;
        }

        yield return found == 0
            ? ArchiveMember.Refused(name, ReadFault.DamagedArchive, reason)
            : ArchiveMember.Damaged(
                name,
                reason.Kind == RemarkKind.ArchiveDirectoryMissing ? RemarkKind.ArchiveDirectoryMissingFilesRead : RemarkKind.ArchiveDirectoryDamagedFilesRead);
    }

    private static IEnumerable<ArchiveMember> UnpackMembers(IEnumerable<ZipMember> members, string name, ArchiveBudget budget, int level)
    {
        foreach (var packed in members.Where(IsFile))
        {
            var path = $"{name}!/{Shown(packed.Name)}";
            var use = budget.Use?.Invoke(path) ?? MemberUse.Whole;
            if (use is MemberUse.None)
            {
                continue;
            }

            if (!budget.TryTakeMember(out var exhausted))
            {
                yield return ArchiveMember.Refused(name, ReadFault.TooLarge, exhausted);
                yield break;
            }

            foreach (var member in use is MemberUse.Name ? [ArchiveMember.Named(path)] : UnpackMember(packed, path, use, budget, level + 1))
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<ArchiveMember> UnpackMember(ZipMember packed, string name, MemberUse use, ArchiveBudget budget, int level)
    {
        using var copy = packed.Unpack(budget, use);
        if (copy.Content is null)
        {
            yield return ArchiveMember.Refused(name, copy.Fault, copy.Reason);
            yield break;
        }

        foreach (var member in use is MemberUse.Stream ? [ArchiveMember.Over(name, copy.Content)] : Unpack(copy.Content, name, budget, level))
        {
            yield return member;
        }
    }

    /// <summary>Not a folder, and not the shadow that a Mac's Finder packs beside each file.</summary>
    private static bool IsFile(ZipMember member) =>
        !member.Name.EndsWith('/') && !member.Name.EndsWith('\\') && !member.Name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && !Path.GetFileName(member.Name).StartsWith("._", StringComparison.Ordinal);

    private static string Shown(string name) =>
        string.Concat(name.Take(LongestMemberName).Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
