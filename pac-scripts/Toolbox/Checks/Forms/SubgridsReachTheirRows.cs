using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>A list on a form names a relationship from the form's table to the listed one, and views of the listed one.</summary>
internal sealed class SubgridsReachTheirRows : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from table in source.Tables
        from file in source.Files($"{table.Folder}/FormXml/")
        from control in file.Root.Descendants("control")
        where control.Attribute("indicationOfSubgrid")?.Value == "true"
        from finding in Of(source, table, control)
        select $"{file.Path}: the list {control.Attribute("id")?.Value} {finding}";

    private static IEnumerable<string> Of(SolutionSource source, TableSource table, XElement control)
    {
        string Parameter(string name) => control.Element("parameters")?.Element(name)?.Value ?? "";

        var target = Parameter("TargetEntityType");
        if (source.Tables.FirstOrDefault(candidate => candidate.LogicalName == target) is not { } listed)
        {
            yield return $"shows rows of {target}, a table that the solution does not have.";
            yield break;
        }

        if (!Leads(source, Parameter("RelationshipName"), table.SchemaName, listed.SchemaName))
            yield return $"uses {Parameter("RelationshipName")}, which does not lead from {table.SchemaName} to {listed.SchemaName}.";

        foreach (var view in Parameter("ViewIds").Split(',').Append(Parameter("ViewId")).Distinct())
            if (!source.Has($"{listed.Folder}/SavedQueries/{view.ToLowerInvariant()}.xml"))
                yield return $"uses the view {view}, which {listed.SchemaName} does not have.";
    }

    private static bool Leads(SolutionSource source, string relationship, string from, string to) =>
        source.Relationships.Any(one => one.SchemaName == relationship && one.Referenced == from && one.Referencing == to)
        || source.ManyToMany.Any(one => one.SchemaName == relationship && ((one.First, one.Second) == (from, to) || (one.Second, one.First) == (from, to)));
}
