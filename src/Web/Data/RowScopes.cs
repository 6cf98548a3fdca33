namespace KneeLoad.Web.Data;

/// <summary>Scopes for code that works beside requests, each with the rows that it needs.</summary>
public static class RowScopes
{
    /// <summary>Begins a scope that finds the rows of all runners.</summary>
    public static AsyncServiceScope OfAll(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RowsInSight>().SeeAll();
        return scope;
    }

    /// <summary>Begins a scope that finds the rows of one runner.</summary>
    public static AsyncServiceScope OfRunner(this IServiceScopeFactory scopes, Guid runnerId)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RowsInSight>().See(runnerId);
        return scope;
    }

    /// <inheritdoc cref="OfAll(IServiceScopeFactory)"/>
    public static AsyncServiceScope OfAll(this IServiceProvider services) => services.GetRequiredService<IServiceScopeFactory>().OfAll();
}
