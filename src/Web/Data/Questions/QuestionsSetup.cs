namespace KneeLoad.Web.Data.Questions;

/// <summary>Adds what this folder offers.</summary>
public static class QuestionsSetup
{
    /// <summary>Adds the reader of what a runner has to be asked.</summary>
    public static WebApplicationBuilder AddQuestions(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<OpenQuestionsReader>();
        return builder;
    }
}
