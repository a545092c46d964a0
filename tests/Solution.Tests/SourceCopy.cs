using System.Xml.Linq;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>Copies of the committed source, to be broken or added to in memory.</summary>
internal static class SourceCopy
{
    /// <summary>Where the source lies.</summary>
    public static readonly string Folder = Repository.PathOf("solution/src");

    private static readonly SolutionSource Committed = SolutionSource.Load(Folder);

    private static readonly Lazy<SolutionSource> Staged = new(PackStage.Make);

    /// <summary>A copy that nobody else holds.</summary>
    public static SolutionSource Take() => Committed.Copy();

    /// <summary>A copy with the built files in it.</summary>
    public static SolutionSource TakeBuilt() => Staged.Value.Copy();

    /// <summary>Every finding of every rule.</summary>
    public static IEnumerable<string> Findings(SolutionSource source) => SourceChecks.All.SelectMany(check => check.Findings(source));

    /// <summary>Breaks a copy and sees that this rule says just one thing, with these words in it.</summary>
    public static void Breaks<TCheck>(string finding, Action<SolutionSource> damage)
        where TCheck : ICheck, new()
    {
        var source = SourceChecks.OfTheBuild.OfType<TCheck>().Any() ? TakeBuilt() : Take();
        damage(source);

        var found = Assert.Single(new TCheck().Findings(source));
        Assert.Contains(finding, found, StringComparison.Ordinal);
    }

    /// <summary>The one element of the file that is called so and holds this text.</summary>
    public static XElement Element(this SolutionSource source, string path, string name, string text) =>
        source.Edit(path).Descendants(name).Single(element => element.Value == text);

    /// <summary>A column of a table, for changing.</summary>
    public static XElement Column(this SolutionSource source, string table, string schemaName) =>
        source.Edit(source.Table(table).Path).Descendants("attribute").Single(column => column.Attribute("PhysicalName")!.Value == schemaName);

    /// <summary>A relationship, for changing.</summary>
    public static XElement Relationship(this SolutionSource source, string name)
    {
        var found = source.Relationships.Single(relationship => relationship.SchemaName == name);
        source.Edit(found.Path);
        return found.Xml;
    }

    /// <summary>Path of the main form of a table.</summary>
    public static string MainForm(this SolutionSource source, string table) =>
        source.Paths.Single(path => path.StartsWith($"Entities/{table}/FormXml/main/", StringComparison.Ordinal));

    /// <summary>Path of the view whose id this key makes.</summary>
    public static string View(this SolutionSource source, string table, string key) =>
        $"{source.Table(table).Folder}/SavedQueries/{NewView.IdOf(table, key):B}.xml";
}
