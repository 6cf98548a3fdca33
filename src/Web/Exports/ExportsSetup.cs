namespace KneeLoad.Web.Exports;

/// <summary>Gives everything that is kept of a runner to them, and takes it in again.</summary>
public static class ExportsSetup
{
    /// <summary>Adds the writer and the reader of exports.</summary>
    public static WebApplicationBuilder AddExports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ExportWriter>();
        builder.Services.AddScoped<ExportReader>();
        return builder;
    }
}
