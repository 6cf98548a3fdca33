using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Admin;

/// <summary>The sentences about extracts.</summary>
internal static class ExtractWords
{
    /// <summary>Why an extract was not taken.</summary>
    /// <param name="refusal">The reason.</param>
    /// <param name="limit">Largest extract that is taken. [bytes]</param>
    /// <param name="format">The way sizes are written.</param>
    public static string Of(ExtractRefusal refusal, long limit, LanguageFormat format) =>
        format.Say["Maps.Fault." + refusal, ("size", format.Bytes(limit))];

    /// <summary>The HTTP status that says the same.</summary>
    public static int Status(ExtractRefusal refusal) => refusal switch
    {
        ExtractRefusal.Size => StatusCodes.Status413PayloadTooLarge,
        ExtractRefusal.Room => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status400BadRequest,
    };
}
