using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Tests.Hosting;

public sealed class RuntimePatchTests
{
    [Theory]
    [InlineData("10.0.0")]
    [InlineData("10.0.6")]
    [InlineData("10.0.11")]
    public void OPS_08_A_runtime_with_known_faults_is_refused_with_the_patch_that_mends_them(string version)
    {
        var refusal = Assert.Throws<SettingException>(() => RuntimePatch.Refuse(new(version)));

        Assert.Contains(version, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("10.0.12 or a newer patch", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.12")]
    [InlineData("10.0.13")]
    [InlineData("11.0.0")]
    public void A_patched_runtime_is_taken(string version) => RuntimePatch.Refuse(new(version));
}
