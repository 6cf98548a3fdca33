using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>Why the reading of an XML document ended early.</summary>
/// <param name="Kind">What sort of fault.</param>
/// <param name="Reason">The fault.</param>
/// <param name="Line">Line of the fault, from 1.</param>
internal readonly record struct XmlFault(ReadFault Kind, Remark Reason, int Line);
