using KneeLoad.Web.Work;

namespace KneeLoad.Web.Mailing;

/// <summary>Adds letters: their queue, their paper and their kinds.</summary>
public static class MailingSetup
{
    /// <summary>Adds what every kind of letter needs.</summary>
    public static WebApplicationBuilder AddMailing(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddScoped<MailTokens>();
        services.AddScoped<MailSending>();
        services.AddScoped<MailsInHand>();
        services.AddScoped<LetterQueue>();
        services.AddScoped<LetterTokens>();
        services.AddScoped<LetterPaper>();
        return builder;
    }

    /// <summary>Adds a kind of letter.</summary>
    public static IServiceCollection AddLetter(this IServiceCollection services, LetterKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return services.AddKeyedSingleton(kind.Name, kind).AddWork<LetterWork>(kind.Name, RetryPauses.ForServers);
    }
}
