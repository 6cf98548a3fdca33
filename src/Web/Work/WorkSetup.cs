namespace KneeLoad.Web.Work;

/// <summary>Adds kinds of work.</summary>
public static class WorkSetup
{
    /// <summary>Adds a kind of work.</summary>
    /// <typeparam name="TWork">Does it; made anew, in a scope of its own, for each try.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="kind">Name of the kind.</param>
    public static IServiceCollection AddWork<TWork>(this IServiceCollection services, string kind)
        where TWork : class, IWork => services.AddKeyedScoped<IWork, TWork>(kind);
}
