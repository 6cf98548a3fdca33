using System.Text;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Pods;

/// <summary>A column of a running pod, known by its name and unit; the number of a native field that it may name is a hint only.</summary>
/// <param name="Measure">The quantity.</param>
/// <param name="Side">L or R for one foot; null for both.</param>
/// <param name="Factor">Its unit in that of the measure. [1]</param>
internal sealed record PodColumn(PodMeasure Measure, char? Side, double Factor)
{
    private const double Thousand = 1_000;
    private const double Ten = 10;

    /// <summary>Column names as their makers write them, without case, signs, maker's prefix and side.</summary>
    private static readonly (string Name, PodMeasure Measure)[] Table =
    [
        ("footstrike", PodMeasure.FootStrike),                      // RunScribe RS_FootStrike_L and _R: public listing of column names in 17,220 records
        ("footstriketype", PodMeasure.FootStrike),                  // RunScribe dashboard export "Footstrike Type"
        ("fs", PodMeasure.FootStrike),                              // RunScribe's first data field, without prefix and side
        ("contacttime", PodMeasure.ContactTime),                    // RunScribe RS_ContactTime_L and _R, ContactTime
        ("groundtime", PodMeasure.ContactTime),                     // Stryd "Ground Time" in Milliseconds
        ("groundcontacttime", PodMeasure.ContactTime),              // apps that write Garmin's name in full
        ("groundcontact", PodMeasure.ContactTime),                  // the same
        ("gct", PodMeasure.ContactTime),                            // the same, shortened
        ("stancetime", PodMeasure.ContactTime),                     // the FIT profile's own name
        ("groundtimebalance", PodMeasure.ContactBalance),           // Stryd Duo
        ("groundcontacttimebalance", PodMeasure.ContactBalance),    // apps that write Garmin's name in full
        ("stancetimebalance", PodMeasure.ContactBalance),           // the FIT profile's own name
        ("verticaloscillation", PodMeasure.VerticalOscillation),    // Stryd "Vertical Oscillation" in Centimeters
        ("steplength", PodMeasure.StepLength),                      // the FIT profile's own name
        ("cadence", PodMeasure.Cadence),                            // Stryd "Cadence" in RPM, or spm
        ("runcadence", PodMeasure.Cadence),                         // apps
    ];

    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal) { "rs", "runscribe", "stryd", "pod", "footpod" };

    /// <summary>The pod's column that a column is; null where it is another.</summary>
    public static PodColumn? Of(DeveloperColumn column)
    {
        var (name, side) = Plain(column.Name);
        var known = Array.Find(Table, line => line.Name == name);
        if (known.Name is null)
        {
            return column.Native switch
            {
                RecordField.StanceTime => With(PodMeasure.ContactTime),
                RecordField.StanceTimeBalance => With(PodMeasure.ContactBalance),
                RecordField.VerticalOscillation => With(PodMeasure.VerticalOscillation),
                RecordField.StepLength => With(PodMeasure.StepLength),
                _ => null,
            };
        }

        return With(known.Measure);

        PodColumn? With(PodMeasure measure) => FactorOf(measure, column.Units) is { } factor ? new(measure, side, factor) : null;
    }

    /// <summary>The unit in that of the measure; null where the column counts something else under the same name.</summary>
    private static double? FactorOf(PodMeasure measure, string? units)
    {
        var unit = units?.Trim().ToLowerInvariant() ?? string.Empty;
        return (measure, unit) switch
        {
            (_, "") => 1,
            (PodMeasure.ContactTime, "ms" or "msec" or "milliseconds" or "millisecond") => 1,
            (PodMeasure.ContactTime, "s" or "sec" or "seconds") => Thousand,
            (PodMeasure.VerticalOscillation or PodMeasure.StepLength, "mm" or "millimeters" or "millimetres") => 1,
            (PodMeasure.VerticalOscillation or PodMeasure.StepLength, "cm" or "centimeters" or "centimetres") => Ten,
            (PodMeasure.VerticalOscillation or PodMeasure.StepLength, "m" or "meters" or "metres") => Thousand,
            (PodMeasure.ContactBalance, "%" or "percent") => 1,
            (PodMeasure.Cadence, "rpm" or "spm" or "strides/min" or "steps/min") => 1,
            (PodMeasure.FootStrike, _) => 1,
            _ => null,
        };
    }

    /// <summary>A name in lower case letters, its maker and side taken off.</summary>
    private static (string Name, char? Side) Plain(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= name.Length; i++)
        {
            var character = i < name.Length ? name[i] : ' ';
            var begins = char.IsAsciiLetterUpper(character) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if ((begins || !char.IsAsciiLetter(character)) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (char.IsAsciiLetter(character))
            {
                word.Append(char.ToLowerInvariant(character));
            }
        }

        var side = words.Select(Side).FirstOrDefault(found => found is not null);
        return (string.Concat(words.Where(part => Side(part) is null && !Makers.Contains(part))), side);

        static char? Side(string word) => word switch
        {
            "l" or "left" => 'L',
            "r" or "right" => 'R',
            _ => null,
        };
    }
}
