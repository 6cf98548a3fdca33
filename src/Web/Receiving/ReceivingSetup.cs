namespace KneeLoad.Web.Receiving;

/// <summary>The way in of files, and what is told of them afterwards: the same for pages and API.</summary>
public static class ReceivingSetup
{
    /// <summary>Adds reception and readers.</summary>
    public static WebApplicationBuilder AddReceiving(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<FileReception>();
        services.AddScoped<Reception>();
        services.AddScoped<UploadStatus>();
        services.AddScoped<BatchCounting>();
        return builder;
    }
}
