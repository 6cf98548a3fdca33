namespace KneeLoad.Ingest.Activities;

/// <summary>Why a file was rejected, or where its reading ended early.</summary>
public enum ReadFault
{
    /// <summary>The file holds no byte.</summary>
    Empty,

    /// <summary>The content is of no format that we read.</summary>
    UnknownFormat,

    /// <summary>A header is damaged: wrong length, missing mark (FIT protocol, section "File Header").</summary>
    Header,

    /// <summary>The file ends before what its header or structure announces.</summary>
    Truncated,

    /// <summary>A data message names a local type that was never defined (FIT protocol, section "Local Message Type").</summary>
    UndefinedLocalMessage,

    /// <summary>XML that is not well-formed.</summary>
    MalformedXml,

    /// <summary>JSON that is not well-formed.</summary>
    MalformedJson,

    /// <summary>A document type declaration: refused, since it can read other files or swell without end.</summary>
    DoctypeRefused,

    /// <summary>More points, depth, entries or bytes than the stated limit.</summary>
    TooLarge,

    /// <summary>The content was read and holds no activity (settings, a route, nothing at all).</summary>
    NoActivity,

    /// <summary>An archive member is encrypted, split or of an unknown method.</summary>
    UnsupportedArchive,

    /// <summary>An archive is damaged.</summary>
    DamagedArchive,
}
