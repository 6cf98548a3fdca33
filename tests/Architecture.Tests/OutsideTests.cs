using KneeLoad.Web.Data;
using Mono.Cecil;

namespace KneeLoad.Architecture.Tests;

/// <summary>The service asks nobody: no code of ours opens a connection, but that which hands over mail, and the verb that sends files to a service.</summary>
public sealed class OutsideTests
{
    private static readonly string[] Openers = ["KneeLoad.Web.Email.", "KneeLoad.Web.Commands.Sending."];

    private static readonly string[] Doors =
    [
        "System.Net.Http.HttpClient", "System.Net.WebRequest", "System.Net.WebClient", "System.Net.Sockets.TcpClient", "System.Net.Sockets.Socket",
        "System.Net.Sockets.UdpClient", "System.Net.Dns",
    ];

    [Fact]
    public void UP_02_SS_06_No_code_opens_a_connection_but_that_of_mail()
    {
        var folder = Path.GetDirectoryName(typeof(RowsInSight).Assembly.Location)!;
        var openers = new[] { "Ingest", "Analysis", "Web" }.SelectMany(project => OpenersIn(Path.Combine(folder, $"KneeLoad.{project}.dll")));

        Assert.Empty(openers);
    }

    private static List<string> OpenersIn(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return [.. assembly.MainModule.GetTypes()
            .Where(type => !Openers.Any(opener => type.FullName.StartsWith(opener, StringComparison.Ordinal)))
            .SelectMany(type => type.Methods.Where(method => method.HasBody)
                .SelectMany(method => method.Body.Instructions)
                .Select(instruction => (instruction.Operand as MethodReference)?.DeclaringType.FullName)
                .Where(called => called is not null && Doors.Contains(called))
                .Select(called => $"{type.FullName} uses {called}"))
            .Distinct(StringComparer.Ordinal)];
    }
}
