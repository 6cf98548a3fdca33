namespace KneeLoad.Web.Work;

/// <summary>Adds kinds of work.</summary>
public static class WorkSetup
{
    /// <summary>Adds a kind of work.</summary>
    /// <typeparam name="TWork">Does it; made anew, in a scope of its own, for each try.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="kind">Name of the kind.</param>
    /// <param name="pauses">How often it is tried and how long is waited in between; null for what is usual.</param>
    public static IServiceCollection AddWork<TWork>(this IServiceCollection services, string kind, RetryPauses? pauses = null)
        where TWork : class, IWork
    {
        if (pauses is not null)
        {
            services.AddKeyedSingleton(kind, pauses);
        }

        return services.AddKeyedScoped<IWork, TWork>(kind);
    }
}
