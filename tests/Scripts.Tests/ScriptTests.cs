using System.Text.RegularExpressions;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Scripts.Tests;

/// <summary>The scripts as they are typed.</summary>
public sealed partial class ScriptTests
{
    public static TheoryData<string> Verbs => ["import", "seed", "assign", "doctor", "export", "backfill", "remove"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_tells_how_to_call_it_and_what_is_unknown_ends_with_a_sentence_and_1(string verb)
    {
        var (helped, usage) = Run.Quietly(Repository.Root, "dotnet", $"pac-scripts/{verb}.cs", "help");
        Assert.Equal(0, helped);
        Assert.Contains($"dotnet pac-scripts/{verb}.cs URL", usage);
        Assert.Contains("--yes", usage);

        var (refused, said) = Run.Quietly(Repository.Root, "dotnet", $"pac-scripts/{verb}.cs", "contoso");
        Assert.Equal(1, refused);
        Assert.Contains("contoso is not the address of an environment", said);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal); // a sentence, no stack
    }

    [Fact]
    public void A_pac_on_the_path_is_the_one_that_is_driven()
    {
        using var pac = new RecordingPac();
        pac.Has("9.0.0.0");
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", pac.Folder + Path.PathSeparator + path);
        try
        {
            var (exitCode, said) = Run.Quietly(Repository.Root, "dotnet", "pac-scripts/import.cs", RecordingPac.Environment, "--settings", "test", "--yes");

            Assert.Equal(1, exitCode);
            Assert.Contains("BuyerPath 9.0.0.0 is there, which is newer than", said);
            Assert.Contains("What to do: take the newer release", said);
            Assert.Equal([$"solution list --environment {RecordingPac.Environment} --json"], pac.Commands);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public void What_the_scripts_read_and_write_is_in_the_solution()
    {
        var source = SolutionSource.Load(Repository.PathOf("solution/src"));
        var known = source.Tables.SelectMany(table => table.Columns.SelectMany(column => new[] { column.LogicalName, column.SchemaName }).Append(table.LogicalName))
            .Concat(source.Tables.Select(table => table.Entity.Element("EntitySetName")?.Value).OfType<string>())
            .Concat(source.Paths.Select(path => path.Split('/')).Where(path => path[0] is "customapis" or "environmentvariabledefinitions").Select(path => path[1]))
            .ToHashSet(StringComparer.Ordinal);

        var named = from file in Directory.EnumerateFiles(Repository.PathOf("pac-scripts/Toolbox/Admin"), "*.cs", SearchOption.AllDirectories)
                    from Match name in Name().Matches(File.ReadAllText(file))
                    select (File: Path.GetFileName(file), Name: name.Value);

        Assert.DoesNotContain(named, found => !known.Contains(found.Name));
    }

    /// <summary>A name of ours; inside <c>_..._value</c> it is a lookup's.</summary>
    [GeneratedRegex("buy_[A-Za-z]+")]
    private static partial Regex Name();
}
