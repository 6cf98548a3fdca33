using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Storage;

/// <summary>Largest map extract that is taken over the network; one that is dropped into the folder may be larger.</summary>
/// <param name="Bytes">The limit. [bytes]</param>
public sealed record ExtractLimit(long Bytes)
{
    private const double DefaultGigabytes = 8;
    private const double MostGigabytes = 1 << 20;
    private const double BytesAGigabyte = 1e9;

    /// <summary>Reads <c>Maps:LargestExtractGigabytes</c>, 8 where absent.</summary>
    /// <exception cref="SettingException">It is not above 0.</exception>
    public static ExtractLimit From(IConfiguration configuration) => configuration.GetValue("Maps:LargestExtractGigabytes", DefaultGigabytes) switch
    {
        > 0 and <= MostGigabytes and var gigabytes => new((long)(gigabytes * BytesAGigabyte)),
        _ => throw new SettingException("Maps:LargestExtractGigabytes must be above 0."),
    };
}
