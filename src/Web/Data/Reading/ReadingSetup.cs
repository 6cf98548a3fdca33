namespace KneeLoad.Web.Data.Reading;

/// <summary>The read models that pages, mail and API share.</summary>
public static class ReadingSetup
{
    /// <summary>Adds the readers.</summary>
    public static WebApplicationBuilder AddReading(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IRunnerHistoryReader, RunnerHistoryReader>();
        builder.Services.AddScoped<RunDetailsReader>();
        builder.Services.AddScoped<RunGroundReader>();
        builder.Services.AddSingleton<ShownAssessments>();
        return builder;
    }
}
