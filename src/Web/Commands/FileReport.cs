using KneeLoad.Ingest.Activities;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Commands;

/// <summary>Tells how a verb's reading goes: each refusal on a line of standard error, and at a terminal the progress.</summary>
/// <param name="error">Standard error.</param>
/// <param name="progress">The line that shows how far; null where nobody sees it.</param>
internal sealed class FileReport(TextWriter error, ProgressLine? progress)
{
    /// <summary>The exit code by what was read so far.</summary>
    public int ExitCode { get; private set; } = CommandLine.Done;

    /// <summary>Reads each file when it is asked for.</summary>
    /// <param name="paths">Files, folders and archives.</param>
    public IEnumerable<(string Name, ReadResult Result)> Read(IEnumerable<string> paths)
    {
        foreach (var file in InputFiles.Read(paths, progress))
        {
            if (file.Result.Status == ReadStatus.Rejected)
            {
                progress?.Clear();
                error.WriteLine($"{file.Name}: {(file.Result.Reason is { } reason ? RemarkWords.Of(reason, RemarkWords.ForTerminals) : "")}");
                ExitCode = CommandLine.Refused;
            }

            yield return file;
        }

        progress?.Clear();
    }
}
