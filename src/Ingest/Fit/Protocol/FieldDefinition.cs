using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Fit.Protocol;

/// <summary>The place of a field in a message, and its type (FIT protocol, section "Field Definition").</summary>
/// <param name="Number">Number of the field in the profile's message, or in a developer's descriptions.</param>
/// <param name="DeveloperIndex">The developer whose field it is; null for a field of the profile.</param>
/// <param name="Offset">From the first byte after the message's header. [bytes]</param>
/// <param name="Size">May be 0, and may hold several elements. [bytes]</param>
/// <param name="Type">The type of its elements; a developer's field has it in its description instead.</param>
internal readonly record struct FieldDefinition(byte Number, byte? DeveloperIndex, int Offset, byte Size, FitBaseType Type)
{
    /// <summary>
    /// Whether it is the time of its message: field 253, which the profile has as date_time, a uint32. What another
    /// type writes there is no time: as seconds it could lie beyond the end of any calendar.
    /// </summary>
    public bool IsTimestamp => Number == FitProfile.Timestamp && DeveloperIndex is null && Type == FitBaseType.UInt32 && Size == sizeof(uint);
}
