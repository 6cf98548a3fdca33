namespace KneeLoad.Web.Data.Entities;

/// <summary>Names the kinds of work that rows wait for, as the database, the job engine and the owner's page call them.</summary>
public static class WorkKind
{
    /// <summary>Reads a file and analyses its runs: cadence, surface, foot strike. Key: the upload.</summary>
    public const string Import = "import";

    /// <summary>Reads a file again for a newer version of the model. Key: the upload.</summary>
    public const string Renewal = "renewal";

    /// <summary>Finds duplicates and adds up loads and weeks after an import. Key: the upload.</summary>
    public const string WeeklyLoad = "weekly-load";

    /// <summary>Matches the runs of an upload with the map in use. Key: the upload.</summary>
    public const string Surface = "surface";

    /// <summary>Finds the uploads that the map in use was not asked about. Key: the map, or <see cref="Guid.Empty"/> for none.</summary>
    public const string SurfaceRound = "surface-round";

    /// <summary>Builds the index of a map. Key: the map.</summary>
    public const string Map = "map";

    /// <summary>Assesses the runner's day and keeps the assessment. Key: the runner.</summary>
    public const string Score = "score";
}
