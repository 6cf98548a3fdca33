namespace KneeLoad.Web.Features.Diary;

/// <summary>Registers the services of this folder's pages.</summary>
public static class DiarySetup
{
    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddDiary(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DiaryBook>();
        return builder;
    }
}
