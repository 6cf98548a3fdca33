using KneeLoad.Web.Data;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.YourData;

/// <summary>The receipt of an erasure, on its page and in its mail.</summary>
/// <param name="Lines">Its sentences.</param>
/// <param name="IsMailed">Whether it was mailed; null where there is nowhere to mail it to.</param>
public sealed record Receipt(IReadOnlyList<string> Lines, bool? IsMailed)
{
    /// <summary>Writes it.</summary>
    internal static Receipt Of(ErasedAccount erased, RunnerFormat format)
    {
        var say = format.Say;
        return new(
            [
                say["YourData.Receipt.When", ("moment", format.Moment(erased.Moment))],
                say[
                    "YourData.Receipt.Sum",
                    ("files", say.Count("YourData.Receipt.Files", erased.Files)),
                    ("runs", say.Count("YourData.Receipt.Runs", erased.Runs)),
                    ("notes", say.Count("YourData.Receipt.Notes", erased.Notes)),
                    ("mails", say.Count("YourData.Receipt.Mails", erased.Mails))],
                say["YourData.Receipt.Backups", ("days", say.Format.Number(Retention.Backups.TotalDays, 0))],
            ],
            null);
    }
}
