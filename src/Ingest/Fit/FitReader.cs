using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Columns;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Fit;

/// <summary>Reads FIT files: one file or several in a chain, each a header, messages and a check (FIT protocol, section "FIT File Structure").</summary>
/// <remarks>
/// Each file is gone through twice. The first walk counts and finds where the messages end or break; the second
/// fills columns of exactly that length. A real file costs about its own bytes or less, and some 4 kB. No content whatever costs more
/// than 128 bytes of memory a byte and 8 MB: columns have a budget here, <see cref="FitContent"/> has limits for all else.
/// </remarks>
public static class FitReader
{
    // Memory for columns per byte of file, each counted as wide as it can become. Real files take less than 4.
    private const int BudgetPerByte = 16;
    private const int BudgetFloor = 1 << 12;

    // Files in a chain are as many as a multi-sport watch writes legs; a limit bounds what empty links can cost.
    private const int MostFiles = 1000;

    /// <summary>
    /// Whether the content bears the mark of a FIT file: the letters <c>.FIT</c> from its ninth byte on (FIT protocol, section "File Header").
    /// </summary>
    /// <param name="content">The content, or its first 12 bytes.</param>
    public static bool IsFit(ReadOnlySpan<byte> content) => FitHeader.IsAt(content);

    /// <summary>Reads one file, or the files of a chain one after another.</summary>
    /// <param name="content">The whole content.</param>
    /// <returns>What was read, or why nothing was. Never null; no content makes it throw.</returns>
    public static ReadResult Read(ReadOnlySpan<byte> content)
    {
        var outcome = new FitOutcome();
        var localTypes = LocalTypes.Rent();
        var position = 0;
        for (var files = 0; files < MostFiles && FitHeader.TryRead(content[position..], out var header); files++)
        {
            position = ReadFile(content, position, header, localTypes, outcome);
        }

        localTypes.Return();

        if (position == 0)
        {
            return ReadResult.Rejected(
                ReadFault.Header, RemarkKind.FitHeaderDamaged, 0, format: ActivityFormat.Fit);
        }

        if (position < content.Length)
        {
            outcome.Warn(new Remark(RemarkKind.BytesBehindEnd, content.Length - position));
        }

        return outcome.ToResult();
    }

    /// <summary>Reads the file that begins at a position.</summary>
    /// <returns>Where the next file would begin. [bytes]</returns>
    private static int ReadFile(ReadOnlySpan<byte> content, int position, FitHeader header, LocalTypes localTypes, FitOutcome outcome)
    {
        var begin = position + header.Size;
        if (header.Crc is { } headerCrc and not 0 && headerCrc != FitCrc.Of(content.Slice(position, FitHeader.MinimumSize)))
        {
            outcome.Warn(RemarkKind.HeaderCheckWrong);
        }

        var extent = FitExtent.Of(content[position..], header, outcome);
        var end = position + extent.End;
        var (counts, stop, fault) = Walk(content, begin, end, localTypes);
        outcome.Add(ActivityAssembly.Of(Collect(content, begin, stop, counts, localTypes), outcome));
        if (fault is { } found)
        {
            outcome.Stop(found, stop);
        }
        else if (extent.IsCut)
        {
            outcome.Stop(ReadFault.Truncated, end);
        }

        return position + extent.Next;
    }

    private static (FitCounts Counts, int Stop, ReadFault? Fault) Walk(ReadOnlySpan<byte> content, int begin, int end, LocalTypes localTypes)
    {
        localTypes.Clear();
        var counts = default(FitCounts);
        var cursor = new MessageCursor(content, begin, end, localTypes);
        while (cursor.MoveNext())
        {
            counts.Add(cursor);
        }

        return (counts, cursor.Position, cursor.Fault);
    }

    private static FitContent Collect(ReadOnlySpan<byte> content, int begin, int end, FitCounts counts, LocalTypes localTypes)
    {
        localTypes.Clear();
        var developerFields = new DeveloperFields();
        var budget = BudgetFloor + (BudgetPerByte * (long)(end - begin));
        var collected = new FitContent(counts, new RecordTable(counts.Records, budget, developerFields)) { DeveloperFields = developerFields };
        var cursor = new MessageCursor(content, begin, end, localTypes);
        while (cursor.MoveNext())
        {
            collected.Take(cursor);
        }

        return collected;
    }
}
