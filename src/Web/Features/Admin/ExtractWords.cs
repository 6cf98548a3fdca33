using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Admin;

/// <summary>What is said of extracts.</summary>
internal static class ExtractWords
{
    /// <summary>Why an extract was not taken.</summary>
    /// <param name="refusal">The reason.</param>
    /// <param name="limit">Largest extract that is taken. [bytes]</param>
    /// <param name="format">The way sizes are written.</param>
    public static string Of(ExtractRefusal refusal, long limit, LanguageFormat format) => refusal switch
    {
        ExtractRefusal.None => "No file was chosen.",
        ExtractRefusal.Name => "The name of an extract ends in .osm.pbf. Another format, such as .osm.bz2 or .shp.zip, is not read.",
        ExtractRefusal.Foreign => "This is no OpenStreetMap extract in the .osm.pbf format, whatever its name says.",
        ExtractRefusal.Size => $"It is larger than {format.Bytes(limit)}. Copy it into the folder maps on the server, or raise Maps:LargestExtractGigabytes.",
        ExtractRefusal.Room => "There is no room left on this server. Nothing of it was kept.",
        ExtractRefusal.Broken => "The upload ended early. Nothing of it was kept.",
        ExtractRefusal.Stale => "The page was open for too long. Try again.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    /// <summary>The HTTP status that says the same.</summary>
    public static int Status(ExtractRefusal refusal) => refusal switch
    {
        ExtractRefusal.Size => StatusCodes.Status413PayloadTooLarge,
        ExtractRefusal.Room => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status400BadRequest,
    };
}
