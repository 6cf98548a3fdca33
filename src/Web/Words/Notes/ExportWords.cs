using KneeLoad.Ingest.Exports;

namespace KneeLoad.Web.Words.Notes;

/// <summary>Words for account exports whose runs are no watch files: whose export it is, and what to export instead.</summary>
public static class ExportWords
{
    /// <summary>The sentences for a maker.</summary>
    public static string Of(ExportMaker maker, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["Uploads.Export." + maker];
    }
}
