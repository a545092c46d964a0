using BuyerPath.Toolbox;
using BuyerPath.Toolbox.PowerBi;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.PowerBi.Tests;

/// <summary>The semantic model as it is generated, with everything that its checks read.</summary>
internal sealed record SemanticModel(StarSchema Star, IReadOnlyList<Measure> Measures)
{
    public static readonly SolutionSource Source = SolutionSource.Load(Repository.PathOf("solution/src"));

    public static SemanticModel Shipped { get; } = new(StarSchema.Of(Source), Measure.ReadAll(Repository.PathOf(ModelFiles.Measures)));

    /// <summary>All DAX of the model by the name of what it defines: measures, and calculated columns as <c>Table[Column]</c>.</summary>
    public IEnumerable<(string Name, string Dax)> Definitions =>
        Measures.Select(measure => (measure.EnglishName, measure.Dax)).Concat(
            from table in Star.Tables
            from column in table.Columns
            where column.Formula is not null
            select ($"{table.Name.English}[{column.Name.English}]", column.Formula));

    public StarTable? Table(string name) => Star.Tables.FirstOrDefault(table => table.Name.English == name);

    public StarColumn? Column(string table, string name) => Table(table)?.Columns.FirstOrDefault(column => column.Name.English == name);

    /// <summary>The same model with the DAX of one measure changed.</summary>
    public SemanticModel With(string measure, string from, string to)
    {
        var changed = Measures.Select(each => each.EnglishName == measure ? each with { Dax = each.Dax.Replace(from, to, StringComparison.Ordinal) } : each).ToList();
        Assert.NotEqual(Measures, changed); // else the test would try nothing
        return this with { Measures = changed };
    }
}
