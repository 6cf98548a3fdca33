using KneeLoad.Web.Mailing.Accounts;

namespace KneeLoad.Web.Features.Account;

/// <summary>Registers the services of this folder's pages.</summary>
public static class AccountSetup
{
    /// <summary>Adds the handlers.</summary>
    public static WebApplicationBuilder AddAccount(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RunnerSettings>();
        builder.Services.AddScoped<ChangePassword>();
        builder.Services.AddAccountLetters();
        return builder;
    }
}
