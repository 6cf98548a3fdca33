using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Data.Providers;

/// <summary>
/// The version of Identity's tables. Identity reads it from the application's services only: a context built
/// without them silently lacks the passkey table.
/// </summary>
internal static class IdentitySchema
{
    /// <summary>The version with passkeys.</summary>
    public static readonly Version Version = IdentitySchemaVersions.Version3;

    /// <summary>Services for a context that is built by hand.</summary>
    public static readonly IServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = Version)
        .BuildServiceProvider();
}
