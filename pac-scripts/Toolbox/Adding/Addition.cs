using System.Text;
using BuyerPath.Toolbox.Checks;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

/// <summary>A verb of <c>add.cs</c>: what an engineer without an organisation adds to the source.</summary>
/// <param name="Word">The verb.</param>
/// <param name="Purpose">What it adds.</param>
/// <param name="Usage">Its arguments, as the help shows them.</param>
/// <param name="Run">Adds to the source in memory.</param>
public sealed record Addition(string Word, string Purpose, string Usage, Action<Arguments, SolutionSource> Run)
{
    /// <summary>All verbs.</summary>
    public static IReadOnlyList<Addition> All { get; } =
    [
        AddTable.Verb, AddExtension.Verb, AddColumn.Verb, AddLookup.Verb, AddManyToMany.Verb, AddChoice.Verb, AddKey.Verb,
        AddView.Verb, AddTab.Verb, AddSection.Verb, AddList.Verb, AddField.Verb, AddComponent.Verb,
        AddChart.Verb, AddDashboard.Verb,
    ];

    /// <summary>What <c>help</c> prints.</summary>
    public static string Help
    {
        get
        {
            var text = new StringBuilder("Adds to solution/src, in the shape of an export, in English and Finnish. Refuses to overwrite.\n");
            foreach (var verb in All)
                text.Append($"\n{verb.Word}: {verb.Purpose}\n  dotnet pac-scripts/add.cs {verb.Word} {verb.Usage.ReplaceLineEndings("\n    ")}\n");
            return text.Append("\nAfterwards run dotnet pac-scripts/schema.cs, so that the code knows the new names.").ToString();
        }
    }

    /// <summary>Does in memory what the command line asks.</summary>
    /// <exception cref="SourceException">The command line or the result would be wrong; the message names the argument or the rule.</exception>
    public static void Perform(IReadOnlyList<string> commandLine, SolutionSource source)
    {
        var verb = All.FirstOrDefault(verb => verb.Word == commandLine.FirstOrDefault())
            ?? throw new SourceException($"'{commandLine.FirstOrDefault()}' cannot be added; {string.Join(", ", All.Select(verb => verb.Word))} can. 'help' tells more.");
        var before = Findings(source);

        verb.Run(new Arguments([.. commandLine.Skip(1)]), source);

        var broken = Findings(source).Except(before).ToList();
        if (broken.Count > 0) throw new SourceException($"Nothing was written, for the result would be wrong:\n{string.Join('\n', broken)}");
    }

    private static List<string> Findings(SolutionSource source) => [.. SourceChecks.All.SelectMany(check => check.Findings(source))];
}
