using System.Buffers.Binary;
using KneeLoad.Ingest.Fit.Protocol;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Fit;

/// <summary>The extent of one FIT file, told by its header where that can be, else by its check and its bytes.</summary>
/// <param name="End">Where its messages end. [bytes from the file's start]</param>
/// <param name="Next">Where a next file of a chain would begin. [bytes from the file's start]</param>
/// <param name="IsCut">Whether it ends before what its header announces.</param>
internal readonly record struct FitExtent(int End, int Next, bool IsCut)
{
    private const int CrcSize = 2;

    /// <summary>The extent of the file that a span begins with; oddities become warnings.</summary>
    public static FitExtent Of(ReadOnlySpan<byte> file, FitHeader header, FitOutcome outcome)
    {
        var stated = header.Size + (long)header.DataSize;
        var fits = stated + CrcSize <= file.Length;
        if (header.DataSize == 0 && fits && (stated + CrcSize == file.Length || FitHeader.IsAt(file[(header.Size + CrcSize)..])))
        {
            return new(header.Size, header.Size + CrcSize, IsCut: false);
        }

        if (header.DataSize > 0 && fits && HasCrc(file[..(int)(stated + CrcSize)]))
        {
            return new((int)stated, (int)stated + CrcSize, IsCut: false);
        }

        // A header whose size was never filled in, or is wrong, may still stand before a whole file.
        if (file.Length >= header.Size + CrcSize && HasCrc(file))
        {
            outcome.Warn(RemarkKind.SizeWrong);
            return new(file.Length - CrcSize, file.Length, IsCut: false);
        }

        if (header.DataSize > 0 && fits)
        {
            outcome.Warn(RemarkKind.FileCheckWrong);
            return new((int)stated, (int)stated + CrcSize, IsCut: false);
        }

        if (header.DataSize == 0)
        {
            outcome.Warn(RemarkKind.SizeMissing);
            return new(file.Length, file.Length, IsCut: false);
        }

        if (stated <= file.Length)
        {
            outcome.Warn(RemarkKind.FileCheckCut);
            return new((int)stated, file.Length, IsCut: false);
        }

        return new(file.Length, file.Length, IsCut: true);
    }

    private static bool HasCrc(ReadOnlySpan<byte> file) =>
        FitCrc.Of(file[..^CrcSize]) == BinaryPrimitives.ReadUInt16LittleEndian(file[^CrcSize..]);
}
