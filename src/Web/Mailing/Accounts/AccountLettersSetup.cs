using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;

namespace KneeLoad.Web.Mailing.Accounts;

/// <summary>Adds the letters about accounts.</summary>
public static class AccountLettersSetup
{
    /// <summary>Adds their kinds, and those who queue them.</summary>
    public static void AddAccountLetters(this IServiceCollection services)
    {
        services.AddScoped<AccountLetters>();
        services.AddWork<AskedLetterWork>(WorkKind.ResetAsked);
        services.AddWork<AskedLetterWork>(WorkKind.Registering);
        foreach (var kind in AccountLetterKinds.All)
        {
            services.AddLetter(kind);
        }
    }
}
