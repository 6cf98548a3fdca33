namespace KneeLoad.Web.Work.Looks;

/// <summary>A look for work that time brings: what is due, lost or old. Made anew, in a scope of its own, each time.</summary>
public interface ILook
{
    /// <summary>Looks once. Two at the same time, here or in another process, must do no harm.</summary>
    Task LookAsync(CancellationToken cancellationToken);
}

/// <summary>Names how often a look is made.</summary>
public enum Rhythm
{
    /// <summary>Every few seconds on one's own machine, every minute in a cluster.</summary>
    Minute,

    /// <summary>Every hour.</summary>
    Hour,

    /// <summary>Every night.</summary>
    Night,
}

/// <summary>A look as the timetable knows it.</summary>
/// <param name="Name">For the log.</param>
/// <param name="Rhythm">How often it is made.</param>
/// <param name="Make">Makes it in a scope.</param>
internal sealed record LookRegistration(string Name, Rhythm Rhythm, Func<IServiceProvider, ILook> Make);

/// <summary>Adds looks; they are made by one worker at a time.</summary>
public static class LookSetup
{
    /// <summary>Adds one look.</summary>
    /// <typeparam name="TLook">Made anew, in a scope of its own, each time.</typeparam>
    /// <param name="services">Where to.</param>
    /// <param name="rhythm">How often it is made; the first time is at start.</param>
    public static IServiceCollection AddLook<TLook>(this IServiceCollection services, Rhythm rhythm)
        where TLook : class, ILook
    {
        services.AddScoped<TLook>();
        return services.AddSingleton(new LookRegistration(typeof(TLook).Name, rhythm, scope => scope.GetRequiredService<TLook>()));
    }
}
