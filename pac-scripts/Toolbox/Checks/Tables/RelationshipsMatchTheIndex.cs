using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Tables;

/// <summary>Index and definitions of relationships agree: the packer drops what is not in the index and writes an empty stub for what is only there.</summary>
internal sealed class RelationshipsMatchTheIndex : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var index = source.Xml(RelationshipFiles.Index).Elements().Select(entry => entry.Attribute("Name")!.Value).ToList();
        var defined = source.Relationships.Select(one => one.SchemaName).Concat(source.ManyToMany.Select(one => one.SchemaName)).ToList();

        foreach (var name in defined.Where(name => !index.Contains(name)))
            yield return $"{RelationshipFiles.Index}: {name} is not in the index; the packer would drop it.";
        foreach (var name in index.Except(defined))
            yield return $"{RelationshipFiles.Index}: {name} is in the index and no file defines it.";
        foreach (var name in Twice(index).Concat(Twice(defined)).Distinct())
            yield return $"{RelationshipFiles.Index}: {name} is there twice.";
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        from name in names
        group name by name into same
        where same.Count() > 1
        select same.Key;
}
