namespace KneeLoad.Web.Words;

/// <summary>Gives the pages their language.</summary>
public static class WordsSetup
{
    /// <summary>Adds the language that pages and mails speak.</summary>
    public static WebApplicationBuilder AddWords(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(Language.English);
        return builder;
    }
}
