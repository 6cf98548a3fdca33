using System.Diagnostics;

namespace KneeLoad.Web.Tests.Commands;

/// <summary>The real program, as a shell starts it.</summary>
internal static class RealProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Verb and options.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="environment">Variables beside its own.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string[] arguments, byte[]? input = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KneeLoad.Web.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        await program.StandardInput.BaseStream.WriteAsync(input ?? []);
        program.StandardInput.Close();
        await program.WaitForExitAsync();
        return (program.ExitCode, await output);
    }
}
