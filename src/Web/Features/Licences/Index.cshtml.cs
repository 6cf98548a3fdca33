using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Licences;

/// <summary>Names the packages that the program is made with, for everyone. A test holds the list against the lock files.</summary>
[AllowAnonymous]
public sealed class IndexModel(IWebHostEnvironment environment) : PageModel
{
    private const string List = "licences.txt";
    private const string Between = " | ";

    /// <summary>The packages, in the order of the list.</summary>
    public IReadOnlyList<Package> Packages { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(environment.WebRootFileProvider.GetFileInfo(List).CreateReadStream());
        var packages = new List<Package>();
        while (await lines.ReadLineAsync(cancellationToken) is { } line && !line.StartsWith('='))
        {
            if (line.Split(Between) is [var name, var version, var licence, ..])
            {
                packages.Add(new(name, version, licence));
            }
        }

        Packages = packages;
    }

    /// <summary>A package.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Version">The locked version.</param>
    /// <param name="Licence">Its licence.</param>
    public sealed record Package(string Name, string Version, string Licence);
}
