namespace KneeLoad.Ingest.Remarks;

/// <summary>All that a reader can say of a file. The words for people stand in the resources of the web project, under these names.</summary>
public enum RemarkKind
{
    // Any file.
    /// <summary>The file is empty.</summary>
    FileEmpty,
    /// <summary>The content is of no format that is read.</summary>
    FormatUnknown,
    /// <summary>The file cannot be opened.</summary>
    FileNotOpened,
    /// <summary>There is no file of that name.</summary>
    FileMissing,
    /// <summary>There is no activity in it.</summary>
    NoActivity,

    // Archives.
    /// <summary>The archive lies within too many others.</summary>
    ArchivePackedTooOften,
    /// <summary>The archive is damaged or cut short. The files that are still in it were read; others may be lost.</summary>
    ArchiveDamaged,
    /// <summary>The archive is cut short: its directory is missing.</summary>
    ArchiveDirectoryMissing,
    /// <summary>The archive is cut short: its directory is missing. The files that are still in it were read; others may be lost.</summary>
    ArchiveDirectoryMissingFilesRead,
    /// <summary>The archive's directory is damaged.</summary>
    ArchiveDirectoryDamaged,
    /// <summary>The archive's directory is damaged. The files that are still in it were read; others may be lost.</summary>
    ArchiveDirectoryDamagedFilesRead,
    /// <summary>The archive is split into several files.</summary>
    ArchiveSplit,
    /// <summary>The archive holds more than so many files.</summary>
    ArchiveOfTooManyFiles,
    /// <summary>The archive holds more than so many files; the rest was not unpacked.</summary>
    ArchiveRestNotUnpacked,
    /// <summary>The archive unpacks to more than a limit, or so many times its length; the rest was not unpacked.</summary>
    ArchiveUnpacksTooFar,
    /// <summary>The file is longer than a limit.</summary>
    FileTooLong,
    /// <summary>The file unpacks to more than so many times its packed length.</summary>
    FileUnpacksTooFar,
    /// <summary>The file is encrypted.</summary>
    FileEncrypted,
    /// <summary>It is packed with a name, which is not read: unpack it, and pack the files as zip.</summary>
    PackedAsUnread,
    /// <summary>The file is packed by a method that is not read, or its header is damaged.</summary>
    FilePackedOtherwise,
    /// <summary>The packed data is damaged or cut short.</summary>
    PackedDataDamaged,
    /// <summary>The file's checksum is wrong.</summary>
    ChecksumWrong,

    // Account exports.
    /// <summary>The list holds no run that was entered by hand; the others lie beside it.</summary>
    ListHoldsNoRunByHand,
    /// <summary>The list is damaged or cut short.</summary>
    ListDamaged,
    /// <summary>The export holds no run without a route; those with one lie beside it.</summary>
    ExportHoldsNoRunWithoutRoute,
    /// <summary>The file of an export holds another sport, and no run.</summary>
    ExportHoldsNoRun,
    /// <summary>
    /// Runs that stand in this table alone, without a recording: so many. Add those that matter by hand, or export them as FIT, TCX or GPX where they
    /// came from.
    /// </summary>
    RunsInTableAlone,
    /// <summary>
    /// A table of activities is no recording, and not read. Runs in it: so many. Export them as FIT, TCX or GPX where they came from, or add those
    /// that matter by hand.
    /// </summary>
    RunsInTable,
    /// <summary>The table states days without an hour: its runs stand at noon.</summary>
    HourUnknown,
    /// <summary>The export is damaged or cut short.</summary>
    ExportDamaged,

    // FIT.
    /// <summary>The header is damaged: a FIT file begins with its header's length and the letters .FIT.</summary>
    FitHeaderDamaged,
    /// <summary>The file was read and holds no activity: neither a session nor a record.</summary>
    FitHoldsNoActivity,
    /// <summary>A message follows of a type that the file never defined.</summary>
    MessageUndefined,
    /// <summary>The file breaks off within a message.</summary>
    MessageCut,
    /// <summary>So many bytes follow the file's end and were not read.</summary>
    BytesBehindEnd,
    /// <summary>The header's check is wrong.</summary>
    HeaderCheckWrong,
    /// <summary>The header states a wrong size; the file's check shows that it is whole.</summary>
    SizeWrong,
    /// <summary>The header states no size; all that follows was read.</summary>
    SizeMissing,
    /// <summary>The file's check is wrong: some of its bytes may have changed.</summary>
    FileCheckWrong,
    /// <summary>The file's check is cut off.</summary>
    FileCheckCut,
    /// <summary>The file describes more than a recording of its size can hold; what is beyond the limits was left out.</summary>
    TooMuchForItsSize,
    /// <summary>The file is a course, a planned route: nothing in it was run.</summary>
    PlannedRoute,
    /// <summary>The cadence was taken for steps of both legs: it is too high for strides of one.</summary>
    CadenceTooHighForOneLeg,
    /// <summary>
    /// The records end at one distance, the session states another: indoors the session's distance holds, which may have been corrected by hand.
    /// </summary>
    IndoorDistanceCorrected,

    // GPX and TCX.
    /// <summary>The file holds no track.</summary>
    NoTrack,
    /// <summary>The file holds waypoints and no track.</summary>
    WaypointsAlone,
    /// <summary>The file holds a route and no track: a plan, not a recording.</summary>
    RouteAlone,
    /// <summary>The file holds no activity.</summary>
    NoActivityElement,
    /// <summary>The track has no points, as exports of indoor runs have none; the FIT file of the same run holds what was measured.</summary>
    TrackWithoutPoints,
    /// <summary>Points stand outside of a segment; they were read.</summary>
    PointsOutsideSegment,
    /// <summary>Points stand outside of a track; they were read.</summary>
    PointsOutsideTrack,
    /// <summary>The file holds more than so many tracks.</summary>
    TooManyTracks,
    /// <summary>The file holds more than so many activities.</summary>
    TooManyActivities,
    /// <summary>The file holds more than so many laps.</summary>
    TooManyLaps,
    /// <summary>The file holds more than so many points.</summary>
    TooManyPoints,
    /// <summary>The sport a name is not known.</summary>
    SportUnknown,
    /// <summary>A name is no number; left out.</summary>
    NoNumber,
    /// <summary>A name cannot be true; left out.</summary>
    Impossible,
    /// <summary>A time cannot be read; left out.</summary>
    TimeUnreadable,
    /// <summary>A time names no zone; taken for your own.</summary>
    TimeWithoutZone,
    /// <summary>Distance goes up and down, so it is not counted since the start; left out.</summary>
    DistanceUpAndDown,
    /// <summary>Cadence is taken for steps of both legs, by its numbers.</summary>
    CadenceOfBothLegs,
    /// <summary>Cadence is taken for strides of one leg, by its numbers.</summary>
    CadenceOfOneLeg,

    // XML.
    /// <summary>This is a web page.</summary>
    WebPage,
    /// <summary>The file declares a document type, which could read other files or swell without end.</summary>
    DocumentType,
    /// <summary>The encoding a name is not read.</summary>
    EncodingUnread,
    /// <summary>The file names another encoding than the one it is in.</summary>
    EncodingMistaken,
    /// <summary>Some bytes are no text in the file's encoding; they were replaced.</summary>
    BytesReplaced,
    /// <summary>The XML declaration does not stand at the very beginning.</summary>
    DeclarationMisplaced,
    /// <summary>An XML declaration stands inside the document.</summary>
    DeclarationInside,
    /// <summary>Some text is not well-formed XML; it was taken as it stands.</summary>
    TextTakenAsItStands,
    /// <summary>The prefix a name is not declared; its elements were read by their names.</summary>
    PrefixUndeclared,
    /// <summary>There is a character that XML forbids.</summary>
    CharacterForbidden,
    /// <summary>An ampersand does not begin a character reference or one of the predefined entities.</summary>
    ReferenceUnknown,
    /// <summary>A markup declaration begins neither a comment nor a CDATA section.</summary>
    MarkupUnknown,
    /// <summary>Text stands outside of every element.</summary>
    TextOutside,
    /// <summary>The document has no element.</summary>
    NoElement,
    /// <summary>A second element follows the first at the outermost level.</summary>
    SecondElement,
    /// <summary>An element ends that never began.</summary>
    EndWithoutBeginning,
    /// <summary>A name was expected after a name.</summary>
    NameExpected,
    /// <summary>A name was expected.</summary>
    Expected,
    /// <summary>A space or a name was expected.</summary>
    SpaceExpected,
    /// <summary>An attribute's value must stand in quotes.</summary>
    QuotesExpected,
    /// <summary>An attribute stands twice in one element.</summary>
    AttributeTwice,
    /// <summary>An attribute's value has no end.</summary>
    AttributeEndless,
    /// <summary>An attribute is longer than so many bytes.</summary>
    AttributeTooLong,
    /// <summary>An element has more than so many attributes.</summary>
    TooManyAttributes,
    /// <summary>Elements lie deeper than so many in one another.</summary>
    TooDeep,
    /// <summary>The file ends inside a tag.</summary>
    EndsInsideTag,
    /// <summary>The file ends inside a name.</summary>
    EndsInside,
    /// <summary>The file ends before a name.</summary>
    EndsBefore,

    // Maps.
    /// <summary>This is no OpenStreetMap extract in the .osm.pbf format.</summary>
    NoExtract,
    /// <summary>The file is empty.</summary>
    ExtractEmpty,
    /// <summary>The extract breaks off.</summary>
    ExtractCut,
    /// <summary>The extract breaks off within a block.</summary>
    ExtractCutInBlock,
    /// <summary>A block's header of so many bytes: the format allows so many.</summary>
    BlockHeaderTooLong,
    /// <summary>A block's header cannot be read.</summary>
    BlockHeaderUnreadable,
    /// <summary>A block of so many bytes: the format allows so many.</summary>
    BlockTooLong,
    /// <summary>A block of so many bytes unpacked: the format allows so many.</summary>
    BlockUnpacksTooFar,
    /// <summary>A block cannot be read.</summary>
    BlockUnreadable,
    /// <summary>A block is compressed with a name; zlib and plain blocks are read.</summary>
    BlockCompressed,
    /// <summary>A block is compressed with an unknown method; zlib and plain blocks are read.</summary>
    BlockCompressedUnknown,
    /// <summary>A block cannot be unpacked to the length that it states.</summary>
    BlockLengthWrong,
    /// <summary>A block's content contradicts the format.</summary>
    BlockContradicts,
    /// <summary>The extract's header cannot be read.</summary>
    ExtractHeaderUnreadable,
    /// <summary>The extract requires the feature a name, which is not read here.</summary>
    FeatureUnread,
    /// <summary>The extract was read and holds no way to run on.</summary>
    NoWays,
    /// <summary>The extract holds ways and none of their nodes.</summary>
    NoNodes,
    /// <summary>
    /// The extract holds ways and none of their nodes: it keeps places on ways instead (LocationsOnWays), which is not read here; make it with all
    /// its nodes.
    /// </summary>
    NoNodesButPlacesOnWays,
    /// <summary>A share of the places of its ways are missing. It may be cut off; what is there is used.</summary>
    PlacesMissing,
    /// <summary>
    /// A share of the places of its ways are missing: it keeps places on ways instead (LocationsOnWays), which is not read here; make it with all its
    /// nodes. What is there is used.
    /// </summary>
    PlacesMissingButOnWays,
    /// <summary>It ends before its relations. Unless it was made without them, it may be cut off; what is there is used.</summary>
    RelationsMissing,
    /// <summary>This is no surface index.</summary>
    NoIndex,
    /// <summary>The surface index has no name.</summary>
    IndexWithoutName,
    /// <summary>The surface index cannot be opened.</summary>
    IndexNotOpened,
    /// <summary>The surface index is of another version: build it anew from its extract.</summary>
    IndexOfAnotherVersion,
    /// <summary>The surface index is damaged at its beginning: build it anew.</summary>
    IndexHeaderDamaged,
    /// <summary>The surface index is not as long as it says: build it anew.</summary>
    IndexLengthWrong,
    /// <summary>The surface index contradicts itself: build it anew.</summary>
    IndexContradicts,
    /// <summary>The surface index is damaged: its checksum is wrong. Build it anew.</summary>
    IndexChecksumWrong,
    /// <summary>Another build of this index is under way: wait until it has ended, or end it.</summary>
    IndexBusy,
    /// <summary>The index cannot be written; the system says why.</summary>
    IndexNotWritten,
    /// <summary>There is no room left for the index and the files of its build.</summary>
    NoRoom,
}
