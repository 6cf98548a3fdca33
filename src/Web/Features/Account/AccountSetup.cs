using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Features.Account.Letters;
using KneeLoad.Web.Work;

namespace KneeLoad.Web.Features.Account;

/// <summary>What the pages of this folder need.</summary>
public static class AccountSetup
{
    /// <summary>Adds the handlers.</summary>
    public static void AddAccount(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RunnerSettings>();
        builder.Services.AddScoped<ChangePassword>();
        builder.Services.AddWork<AccountLetterWork>(WorkKind.AccountLetter, RetryPauses.ForServers);
    }
}
