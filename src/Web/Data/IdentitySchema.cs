using Microsoft.AspNetCore.Identity;

namespace KneeLoad.Web.Data;

/// <summary>
/// The version of Identity's tables. Identity reads it from the services that a context was built with, and the process keeps the first model
/// that a context of a kind made: one without it would leave all others without the passkey table.
/// </summary>
internal static class IdentitySchema
{
    /// <summary>Services for a context that is built by hand.</summary>
    public static readonly IServiceProvider Services = new ServiceCollection().AddIdentitySchema().BuildServiceProvider();

    /// <summary>Chooses the version with passkeys.</summary>
    public static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
}
