using KneeLoad.Web.Commands;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>The verb `audit`, as a host runs it after a bad night.</summary>
internal static class CleanAudit
{
    /// <summary>Fails where the audit finds a fault.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="settings">Options by which its database is found.</param>
    /// <returns>What the audit says.</returns>
    public static async Task<string> OfAsync(string folder, params string[] settings)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["audit", "--data", folder, .. settings], output, error);

        Assert.Equal((CommandLine.Done, ""), (code, error.ToString()));
        return output.ToString().Trim();
    }
}
