namespace KneeLoad.Web.Features.YourData;

/// <summary>The parts that the page of this folder needs.</summary>
public static class YourDataSetup
{
    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddYourData(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<EraseAccount>();
        builder.Services.AddScoped<PasswordProof>();
        return builder;
    }
}
