using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>A developer's field as the file describes it (field_description, message 206; FIT protocol, section "Developer Data").</summary>
/// <param name="DeveloperIndex">The developer within the file.</param>
/// <param name="Number">The field among the developer's.</param>
/// <param name="Name">Empty when the file gives none.</param>
/// <param name="Units">Null when the file gives none.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Scaling">Scale and offset; as good as never stated.</param>
/// <param name="Native">The column of the profile's record that it overrides, or null.</param>
internal sealed record DeveloperField(
    byte DeveloperIndex, byte Number, string Name, string? Units, FitBaseType Type, Scaling Scaling, RecordField? Native)
{
    /// <summary>Reads a description.</summary>
    /// <returns>Null when it lacks what no field can be read without: developer, number or a known type.</returns>
    public static DeveloperField? From(FitMessage message)
    {
        if (message.Whole(0) is not { } developer || message.Whole(1) is not { } number || message.Whole(2) is not { } type)
        {
            return null;
        }

        var baseType = (FitBaseType)(type & 0x1F);
        var scale = message.Whole(6) is > 0 and var stated ? stated : 1;
        var overridesRecord = message.Whole(14) == FitProfile.Record;
        return developer > byte.MaxValue || number > byte.MaxValue || FitNumber.SizeOf(baseType) == 0
            ? null
            : new(
                (byte)developer,
                (byte)number,
                message.Text(3) ?? string.Empty,
                message.Text(8),
                baseType,
                new Scaling(scale, message.Number(7) ?? 0),
                overridesRecord && message.Whole(15) is <= byte.MaxValue and var native ? FitProfile.ColumnOf((byte)native) : null);
    }
}
