namespace KneeLoad.Web.Features.Diary;

/// <summary>What the pages of this folder need.</summary>
public static class DiarySetup
{
    /// <summary>Adds the handlers.</summary>
    public static void AddDiary(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DiaryBook>();
    }
}
