namespace KneeLoad.Web.Work;

/// <summary>Adds what this folder offers.</summary>
public static class WorkSetup
{
    /// <summary>Adds the one way to change a runner's rows.</summary>
    public static void AddWork(this WebApplicationBuilder builder) => builder.Services.AddScoped<RunnerWork>();
}
