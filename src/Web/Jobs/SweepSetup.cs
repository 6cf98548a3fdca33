namespace KneeLoad.Web.Jobs;

/// <summary>Adds sweeps; they run where the workers run.</summary>
public static class SweepSetup
{
    /// <summary>Adds one sweep.</summary>
    /// <typeparam name="TSweep">Made anew, in a scope of its own, for each look.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="every">Pause between two looks; the first is at start.</param>
    public static IServiceCollection AddSweep<TSweep>(this IServiceCollection services, TimeSpan every)
        where TSweep : class, ISweep
    {
        services.AddScoped<TSweep>();
        return services.AddSingleton(new SweepRegistration(typeof(TSweep).Name, every, scope => scope.GetRequiredService<TSweep>()));
    }
}
