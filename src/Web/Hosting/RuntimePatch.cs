namespace KneeLoad.Web.Hosting;

/// <summary>The oldest patch of .NET that the service starts on.</summary>
public static class RuntimePatch
{
    /// <summary>Older ones let cookies be forged (CVE-2026-40372, mended in 10.0.7) or have faults that 10.0.12 mends.</summary>
    public static readonly Version Oldest = new(10, 0, 12);

    /// <summary>Refuses a runtime with known faults.</summary>
    /// <param name="present">The runtime's version.</param>
    /// <exception cref="SettingException">It is too old.</exception>
    public static void Refuse(Version present)
    {
        ArgumentNullException.ThrowIfNull(present);
        if (present < Oldest)
        {
            throw new SettingException(
                $"This machine runs .NET {present.ToString(3)}, which has known faults that let strangers in. Install the ASP.NET Core Runtime "
                    + $"{Oldest} or a newer patch from https://dotnet.microsoft.com/download.");
        }
    }
}
