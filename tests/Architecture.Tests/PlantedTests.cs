using KneeLoad.Testing;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KneeLoad.Architecture.Tests;

/// <summary>The rules find what is planted for them.</summary>
public sealed class PlantedTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("Web/Pipeline/Steps", "Web/Pipeline/Maps", "Web/Pipeline/Maps, Web/Pipeline/Steps")]
    [InlineData("Web/Pipeline/Steps/Weeks", "Web/Pipeline/Steps/Baselines", "Web/Pipeline/Steps/Baselines, Web/Pipeline/Steps/Weeks")]
    [InlineData("Web/Pipeline", "Web/Pipeline/Steps", "Web/Pipeline, Web/Pipeline/Steps")]
    [InlineData("Web/Work", "Web/Data", "Web/Data, Web/Work")]
    public void A_circle_of_two_types_is_found_in_their_assembly(string one, string other, string expected)
    {
        var arrows = AssemblyArrows.Of(Planted(module =>
        {
            var (first, second) = (Type(module, one, "First"), Type(module, other, "Second"));
            first.Fields.Add(new("other", FieldAttributes.Private, second));
            second.Fields.Add(new("other", FieldAttributes.Private, first));
        }));

        Assert.Equal([expected], FolderCircles.In(arrows));
    }

    [Fact]
    public void A_circle_by_way_of_folders_below_is_found_above_them()
    {
        FolderArrow[] arrows =
        [
            new("Web/Pipeline/Steps", "Web/Data/Reading"),
            new("Web/Data/Entities", "Web/Pipeline/Maps"),
        ];

        Assert.Equal(["Web/Data, Web/Pipeline"], FolderCircles.In(arrows));
    }

    [Fact]
    public void Arrows_one_way_are_no_circle()
    {
        FolderArrow[] arrows = [new("Web/Pipeline", "Web/Pipeline/Steps"), new("Web/Pipeline/Steps", "Web/Data"), new("Web/Pipeline", "Web/Data")];

        Assert.Empty(FolderCircles.In(arrows));
    }

    [Fact]
    public void The_twenty_first_file_crowds_a_folder()
    {
        var folder = Directory.CreateDirectory(scratch["Web/Pipeline/Steps"]);
        for (var file = 0; file < FolderSizes.MostFiles; file++)
        {
            File.WriteAllText(Path.Combine(folder.FullName, $"{file}.cs"), "");
        }

        var before = FolderSizes.Crowded(scratch[""]);
        File.WriteAllText(Path.Combine(folder.FullName, "one-more.cshtml"), "");
        var after = FolderSizes.Crowded(scratch[""]);

        Assert.Empty(before);
        Assert.Equal([KeyValuePair.Create("Web/Pipeline/Steps", 21)], after);
    }

    [Theory]
    [InlineData("Less than 3 km", false, true)]
    [InlineData("metres", false, false)]
    [InlineData("No run was given.", true, false)]
    public void A_literal_with_a_blank_is_a_sentence_unless_it_is_an_exceptions_message(string text, bool thrown, bool isSentence)
    {
        var assembly = Planted(module =>
        {
            var method = new MethodDefinition("Say", MethodAttributes.Public | MethodAttributes.Static, module.TypeSystem.Void);
            var body = method.Body.GetILProcessor();
            body.Emit(OpCodes.Ldstr, text);
            if (thrown)
            {
                body.Emit(OpCodes.Newobj, module.ImportReference(typeof(ArgumentException).GetConstructor([typeof(string)])));
                body.Emit(OpCodes.Throw);
            }
            else
            {
                body.Emit(OpCodes.Pop);
                body.Emit(OpCodes.Ret);
            }

            Type(module, "Analysis/Risk", "Speaking").Methods.Add(method);
        });

        Assert.Equal(isSentence ? ["Analysis/Risk/Speaking"] : [], Sentences.In(assembly));
    }

    [Theory]
    [InlineData("circle: A, B", "A, B", null)]
    [InlineData("circle: A, B", "A, B|C, D", "broken anew:\ncircle: C, D")]
    [InlineData("circle: A, B|circle: C, D", "C, D", "mended, so take these lines out of breaches.txt (KNEELOAD_APPROVE=1 does):\ncircle: A, B")]
    [InlineData("circle: A, B|crowded: C, 25", "A, B", null)]
    public void The_list_of_breaches_only_shrinks(string listed, string found, string? failure)
    {
        var breaches = new Breaches(Listed(listed), approving: false);

        var caught = Record.Exception(() => breaches.Check("circle", found.Split('|')));

        Assert.Equal(failure, caught?.Message);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    [InlineData(24, false)]
    public void A_crowded_folder_stands_with_its_number_of_files(int files, bool holds)
    {
        var breaches = new Breaches(Listed("crowded: A, 25"), approving: false);

        var caught = Record.Exception(() => breaches.Check("crowded", new Dictionary<string, int> { ["A"] = files }));

        Assert.Equal(holds, caught is null);
    }

    [Fact]
    public void Approving_takes_out_and_lowers_and_adds_nothing()
    {
        var file = Listed("circle: A, B|circle: C, D|crowded: E, 25|crowded: F, 25");
        var breaches = new Breaches(file, approving: true);

        var circle = Record.Exception(() => breaches.Check("circle", ["C, D", "G, H"]));
        var crowded = Record.Exception(() => breaches.Check("crowded", new Dictionary<string, int> { ["E"] = 22, ["F"] = 26 }));

        Assert.Equal("broken anew:\ncircle: G, H", circle?.Message);
        Assert.Equal("broken anew:\ncrowded: F, 26", crowded?.Message);
        Assert.Equal(["circle: C, D", "crowded: E, 22"], File.ReadAllLines(file));
    }

    [Fact]
    public void A_line_of_no_rule_is_refused() =>
        Assert.NotNull(Record.Exception(() => new Breaches(Listed("circel: A, B"), approving: false).Check("circle", [])));

    private string Listed(string lines)
    {
        File.WriteAllLines(scratch["breaches.txt"], lines.Split('|'));
        return scratch["breaches.txt"];
    }

    private string Planted(Action<ModuleDefinition> plant)
    {
        using var assembly = AssemblyDefinition.CreateAssembly(new("Planted", new(1, 0)), "Planted", ModuleKind.Dll);
        plant(assembly.MainModule);
        assembly.Write(scratch["Planted.dll"]);
        return scratch["Planted.dll"];
    }

    private static TypeDefinition Type(ModuleDefinition module, string folder, string name)
    {
        var type = new TypeDefinition($"KneeLoad.{folder.Replace('/', '.')}", name, TypeAttributes.Class | TypeAttributes.Public, module.TypeSystem.Object);
        module.Types.Add(type);
        return type;
    }
}
