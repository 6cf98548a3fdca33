namespace KneeLoad.Ingest.Activities;

/// <summary>The differences that there can be between a file's word and what can have happened.</summary>
public enum NoteKind
{
    /// <summary>
    /// The clock cannot have been right: nobody knows the day. Start and times count from 1970-01-01; stated is the start by that clock. [s since
    /// 1970]
    /// </summary>
    DateUnknown,

    /// <summary>Day and month may be meant the other way round; stated is the start with the month first. [s since 1970]</summary>
    DayUnsure,

    /// <summary>The clock stood some 1,024 weeks behind, as satellite receivers do whose counter of weeks ran over. Counted in weeks.</summary>
    ClockWeeksBehind,

    /// <summary>Records of another time than the activity's were left out.</summary>
    RecordsOfOtherTimes,

    /// <summary>The clock leapt ahead and came back: the records between stand where it left. Counted are the records.</summary>
    ClockLeapsUndone,

    /// <summary>The times name no zone and were taken for the runner's own.</summary>
    ZoneOfRunner,

    /// <summary>The file holds several activities, and this is one of them. Counted are the parts.</summary>
    PartOfFile,

    /// <summary>Records that repeat an earlier time and place were left out.</summary>
    RepeatedRecords,

    /// <summary>Records stood in the file in another order than that of their times.</summary>
    RecordsReordered,

    /// <summary>A session that only sums up the others of its file was left out.</summary>
    SummaryLeftOut,

    /// <summary>Positions that no runner can have reached were left out.</summary>
    PointsLeftOut,

    /// <summary>Altitudes that were not measured were left out.</summary>
    AltitudesLeftOut,

    /// <summary>Records of one second that hold one half each were joined.</summary>
    RecordsJoined,

    /// <summary>The distance is that of the records' own column. The stated total does not hold. [m]</summary>
    DistanceFromRecords,

    /// <summary>The distance is that between the positions. The stated total does not hold. [m]</summary>
    DistanceFromPositions,

    /// <summary>The distance is speed times time. The stated total does not hold. [m]</summary>
    DistanceFromSpeed,

    /// <summary>The distance is that of a pod or app that wrote its own column. The stated total does not hold. [m]</summary>
    DistanceFromPod,

    /// <summary>The distance is that of the laps. The session's total does not hold. [m]</summary>
    DistanceFromLaps,

    /// <summary>The stated distance cannot be true and nothing measured another: the distance is unknown. [m]</summary>
    DistanceNotBelieved,

    /// <summary>The distance column began anew and was added up. Counted are the new beginnings.</summary>
    DistanceBeganAnew,

    /// <summary>Steps of the distance column that no runner can have covered were left out.</summary>
    DistanceStepsLeftOut,

    /// <summary>The time is that of the records. The stated total does not hold. [s]</summary>
    TimerFromRecords,

    /// <summary>The time is that of the laps. The stated total does not hold. [s]</summary>
    TimerFromLaps,

    /// <summary>The kind of activity was told by its name.</summary>
    KindFromName,

    /// <summary>The kind of activity was told by the list that lies beside the file in its archive.</summary>
    KindFromExport,

    /// <summary>Columns of a pod were taken for those of the watch. Counted are the columns.</summary>
    PodColumns,

    /// <summary>Another activity has the same metres and seconds, whole quarters of an hour apart: the runner is asked. Counted are the minutes.</summary>
    SameAtAnotherHour,
}
