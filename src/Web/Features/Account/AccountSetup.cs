using KneeLoad.Web.Mailing.Accounts;

namespace KneeLoad.Web.Features.Account;

/// <summary>What the pages of this folder need.</summary>
public static class AccountSetup
{
    /// <summary>Adds the handlers.</summary>
    public static void AddAccount(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RunnerSettings>();
        builder.Services.AddScoped<ChangePassword>();
        builder.Services.AddAccountLetters();
    }
}
