using System.Runtime.CompilerServices;
using KneeLoad.Testing;

namespace KneeLoad.Web.Tests.Email;

/// <summary>The authority that this process of tests trusts, set before anything speaks TLS.</summary>
internal static class Authorities
{
    public static TestAuthority Trusted { get; private set; } = null!;

    [ModuleInitializer]
    internal static void Trust() => Trusted = TestAuthority.TrustedByThisProcess();
}
