using System.CommandLine;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Web.Commands.Terms;

namespace KneeLoad.Web.Commands;

/// <summary>The files that a command line names: files, folders (walked, hidden files left out), archives, and standard input.</summary>
internal static class InputFiles
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    // Links are not followed: one that leads upwards would never end.
    private static readonly EnumerationOptions Walk = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>The argument of a verb that takes such paths.</summary>
    public static Argument<string[]> Argument()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders or archives (zip, gzip); - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };

        // What looks like an option and is none would otherwise pass for a file of that name.
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value is ['-', _, ..]))
            {
                result.AddError($"{token.Value} is no option of this verb.");
            }
        });
        return paths;
    }

    /// <summary>Reads each file in turn; one that cannot be opened is a rejected one.</summary>
    /// <param name="paths">Paths in the order given; files of a folder by name.</param>
    /// <param name="progress">Is told how far the reading has come; null where nobody asks.</param>
    /// <returns>Each file's name as shown, and what was read.</returns>
    public static IEnumerable<(string Name, ReadResult Result)> Read(IEnumerable<string> paths, ProgressLine? progress = null)
    {
        List<string> files = [.. paths.SelectMany(FilesOf)];
        var allBytes = progress is null ? 0 : files.Sum(LengthOf);
        var (bytesBefore, count) = (0L, 0);
        foreach (var path in files)
        {
            using var content = Open(path, out var fault);
            var read = content is null ? [(path, ReadResult.Rejected(ReadFault.Empty, fault))] : ActivityReader.ReadAll(content, path);
            foreach (var file in read)
            {
                progress?.Show(++count == 1 ? "1 file read" : $"{count} files read", (bytesBefore + (content?.Position ?? 0)) / (double)Math.Max(1, allBytes));
                yield return file;
            }

            bytesBefore += content?.Length ?? 0;
        }
    }

    /// <summary>The files that a path names: those of a folder by name, or itself.</summary>
    public static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", Walk).Order(StringComparer.Ordinal) : [path];

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true, Length: var length } ? length : 0;

    private static FileStream? Open(string path, out RemarkKind fault)
    {
        fault = RemarkKind.FileNotOpened;
        try
        {
            return path == StandardInput ? Kept(Console.OpenStandardInput()) : File.OpenRead(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            fault = RemarkKind.FileMissing;
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Archives are read from their end, which a pipe reaches last.
    private static FileStream Kept(Stream input)
    {
        var kept = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            input.CopyTo(kept);
            kept.Position = 0;
            return kept;
        }
        catch
        {
            kept.Dispose();
            throw;
        }
    }
}
