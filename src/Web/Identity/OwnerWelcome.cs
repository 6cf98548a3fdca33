using KneeLoad.Web.Data;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Identity.SingleUser;

namespace KneeLoad.Web.Identity;

/// <summary>Sees at the start to whom the installation belongs.</summary>
public static class OwnerWelcome
{
    /// <summary>Prints the word that makes the owner, while there is none. A process that only works prints none.</summary>
    public static async Task WelcomeOwnerAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetService<SingleUserAccount>() is { } single)
        {
            await single.FindAsync(app.Lifetime.ApplicationStopping);
            return;
        }

        var console = app.Services.GetRequiredService<ServiceConsole>().Out;
        await using var scope = app.Services.OfAll();
        var word = scope.ServiceProvider.GetRequiredService<OwnersWord>();
        if (string.Equals(app.Configuration["role"], "worker", StringComparison.OrdinalIgnoreCase) || app.Configuration.GetValue("MakesItsOwner", false))
        {
            await word.HasOwnerAsync(app.Lifetime.ApplicationStopping);
            return;
        }

        if (await word.RenewAsync(app.Lifetime.ApplicationStopping) is { } fresh)
        {
            await console.WriteLineAsync(
                $"This installation has no owner yet. Register at {new Uri(app.Services.GetRequiredService<Address>().Public, "/account/register")} "
                    + $"with the owner's word: {fresh}");
        }
    }
}
