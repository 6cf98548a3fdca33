namespace KneeLoad.Web.Storage;

/// <summary>Registers the stores of originals and extracts.</summary>
public static class StorageSetup
{
    /// <summary>Adds the store and the register.</summary>
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OriginalStore>();
        builder.Services.AddSingleton<PartialUploads>();
        builder.Services.AddSingleton<WatchedFolders>();
        builder.Services.AddScoped<UploadRegister>();
        builder.Services.AddSingleton(QuotaSettings.From(builder.Configuration));
        builder.Services.AddScoped<Quota>();
        builder.Services.AddSingleton(ExtractLimit.From(builder.Configuration));
        builder.Services.AddSingleton<ExtractStore>();
        builder.Services.AddHealthChecks().AddCheck<WritableFolder>("folder", tags: ["ready"]);
        return builder;
    }
}
