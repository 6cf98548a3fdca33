using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Maps.Faults;

/// <summary>Why a map file was refused. A bad file is an outcome, not an exception.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Fault">What sort of fault.</param>
/// <param name="Reason">The fault.</param>
/// <param name="ByteOffset">Where it is, from 0; null where there is no place. [bytes]</param>
public sealed record MapRefusal(string File, MapFault Fault, Remark Reason, long? ByteOffset = null);
