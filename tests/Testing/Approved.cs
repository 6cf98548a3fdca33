namespace KneeLoad.Testing;

/// <summary>Texts that a person has read and approved, as files beside their tests. KNEELOAD_APPROVE=1 writes them anew.</summary>
public static class Approved
{
    /// <summary>The approved text of a file; the actual one where this run approves.</summary>
    /// <param name="path">The file, from the root of the checkout.</param>
    /// <param name="actual">What the test has made.</param>
    public static string Text(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("KNEELOAD_APPROVE") == "1")
        {
            File.WriteAllText(file, actual);
        }

        return File.Exists(file) ? File.ReadAllText(file) : $"{path} is not there: read what the test makes, then run it with KNEELOAD_APPROVE=1.";
    }
}
