using KneeLoad.Web.Work.Looks;

namespace KneeLoad.Web.Pipeline.Upkeep;

/// <summary>Looks every night whether all originals are whole, and whether a sample of the rows is what its files say.</summary>
internal sealed partial class AuditLook(Auditing auditing, ILogger<AuditLook> logger) : ILook
{
    /// <summary>Uploads that are read again each night. [1]</summary>
    private const int Sample = 200;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var report = await auditing.RunAsync(Sample, progress: null, cancellationToken);
        await auditing.KeepAsync(report, cancellationToken);
        if (report.Faults.Count > 0)
        {
            LogFaults(report.Faults.Count);
        }
    }

    [LoggerMessage(LogLevel.Error, "The audit found {Faults} faults: the owner's page and the verb audit name them.")]
    private partial void LogFaults(int faults);
}
