using BuyerPath.Toolbox;
using BuyerPath.Toolbox.PowerBi;

namespace BuyerPath.PowerBi.Tests;

/// <summary>The model as Microsoft's own code reads it; what that code does not see, <see cref="ModelRules"/> does.</summary>
public sealed class MicrosoftTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("models-").FullName;

    private sealed record Broken(string Why, string File, string From, string To, bool IsBadQuery = false);

    private static readonly IReadOnlyList<Broken> BrokenModels =
    [
        new("a property that does not exist", "tables/Seller.tmdl", "summarizeBy: none", "sumarizeBy: none"),
        new("a value that does not exist", "tables/Seller.tmdl", "summarizeBy: none", "summarizeBy: nope"),
        new("a type that does not exist", "tables/Seller.tmdl", "dataType: string", "dataType: strng"),
        new("a relationship to a missing column", "relationships.tmdl", "toColumn: Seller.'Seller Key'", "toColumn: Seller.'Seller Id'"),
        new("a relationship to a missing table", "relationships.tmdl", "toColumn: Seller.'Seller Key'", "toColumn: Vendor.'Seller Key'"),
        new("sorted by a missing column", "tables/Buying Stage.tmdl", "sortByColumn: 'Stage Order'", "sortByColumn: 'Stage Ordr'"),
        new("a property beside its object", "tables/Seller.tmdl", "\t\tdataType: string", "\tdataType: string"),
        new("two measures of one name", "tables/Measures.tmdl", "measure 'Go Rate'", "measure Closed"),
        new("two columns of one name", "tables/Seller.tmdl", "column 'User Name'", "column Seller"),
        new("security on a missing table", "roles/Own opportunities.tmdl", "tablePermission Seller", "tablePermission Vendor"),
        new("a translation of a missing measure", "cultures/fi-FI.tmdl", "measure 'Go Rate'", "measure 'Go Rat'"),
        new("a refresh policy that is none", "tables/Snapshot.tmdl", "incrementalGranularity: month", "incrementalGranularity: moon"),
        new("a query that is no M", "tables/Turn.tmdl", "Source = Common", "Source = = Common", IsBadQuery: true),
        new("a parameter that is no M", "expressions.tmdl", "#date(2023, 1, 1)", "#date(2023, 1, ", IsBadQuery: true),
    ];

    [Fact]
    public void Microsoft_loads_the_model_and_would_write_it_as_it_is()
    {
        var shipped = Repository.PathOf($"{ModelFiles.Folder}/definition");

        var reading = Assert.Single(MicrosoftReader.Read([shipped]));

        Assert.Null(reading.Refusal);
        Assert.Empty(reading.BadQueries);
        Assert.Equal(Queries(SemanticModel.Shipped.Star), reading.Queries);
        Assert.All(reading.Tmdl, file => Assert.Equal(Lines(File.ReadAllText(Path.Combine(shipped, file.Key))), Lines(file.Value)));
    }

    [Fact]
    public void Microsoft_refuses_what_is_broken()
    {
        var readings = MicrosoftReader.Read([.. BrokenModels.Select(Write)]);

        Assert.Equal(BrokenModels.Count, readings.Count);
        Assert.All(BrokenModels.Zip(readings), pair => Assert.True(
            pair.First.IsBadQuery ? pair.Second.BadQueries.Count > 0 : pair.Second.Refusal is not null, $"Nothing was said of {pair.First.Why}."));
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>One for each table and its refresh policy, the table of measures, five parameters, the labels and their two functions.</summary>
    private static int Queries(StarSchema star) => star.Tables.Count + star.Tables.Count(table => table.LoadedBy is not null) + 1 + 5 + 3;

    private static IEnumerable<string> Lines(string tmdl) => tmdl.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private string Write(Broken broken)
    {
        var folder = Path.Combine(_folder, broken.Why);
        foreach (var (path, content) in ModelFiles.Of(SemanticModel.Source, SemanticModel.Shipped.Measures))
        {
            if (!path.StartsWith("definition/", StringComparison.Ordinal)) continue;
            var name = path["definition/".Length..];
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, name == broken.File ? Changed(content, broken) : content);
        }
        return folder;
    }

    private static string Changed(string content, Broken broken)
    {
        var at = content.IndexOf(broken.From, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{broken.File} has no '{broken.From}'.");
        return content[..at] + broken.To + content[(at + broken.From.Length)..];
    }
}
