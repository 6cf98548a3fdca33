using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KneeLoad.Web.Features.Method;
using KneeLoad.Web.Tests.Hosting;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>Every chapter of the method page as nobody in particular is served it, read once for all facts.</summary>
public sealed class MethodPages : IAsyncLifetime
{
    private readonly RunningService service = new();
    private readonly Dictionary<string, IHtmlDocument> pages = new(StringComparer.Ordinal);

    /// <summary>Speaks to the service as nobody in particular.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>The chapters in the order that they are read in, each as the section that holds it.</summary>
    public IEnumerable<IElement> Chapters => MethodChapter.All.Select(chapter => Chapter(chapter.Id));

    /// <summary>The page that opens with the contents.</summary>
    public IHtmlDocument First => pages[MethodChapter.All[0].Id];

    /// <summary>The section that holds a chapter.</summary>
    public IElement Chapter(string id) => pages[id].QuerySelector("main > section")!;

    /// <summary>The rows of all tables of some chapters, cell by cell.</summary>
    internal IReadOnlyList<IElement[]> Rows(Func<string, bool> chapter) =>
        [
            .. MethodChapter.All.Where(one => chapter(one.Id))
                .SelectMany(one => Chapter(one.Id).QuerySelectorAll("tbody tr"))
                .Select(row => row.Children.ToArray()),
        ];

    /// <summary>The formula that gives a quantity.</summary>
    internal MathFormula Formula(string left) =>
        Chapters.SelectMany(chapter => chapter.QuerySelectorAll("math")).Select(math => new MathFormula(math)).Single(formula => formula.Left == left);

    public async ValueTask InitializeAsync()
    {
        Http = service.Anew().CreateClient();
        var parser = new HtmlParser();
        foreach (var chapter in MethodChapter.All)
        {
            pages.Add(chapter.Id, await parser.ParseDocumentAsync(await Http.GetStringAsync(chapter.Address)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await service.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class MethodPagesCollection : ICollectionFixture<MethodPages>
{
    public const string Name = "The method page";
}
