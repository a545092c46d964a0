using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>A file or folder is called as what is in it; the packer would not notice two files of one component.</summary>
internal sealed class FilesAreNamedAfterTheirContent : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files(under: "")
        let name = NameIn(file)
        where name is not null && !file.Path.Split('/').Contains(name.Value.Expected)
        select $"{file.Path}: holds {name.Value.Said}, so its path must have {name.Value.Expected} in it.";

    private static (string Said, string Expected)? NameIn(SourceFile file) => file.Root.Name.LocalName switch
    {
        "Entity" => file.Root.Element("Name")?.Value is { } table ? ($"table {table}", table) : null,
        "optionset" => file.Root.Attribute("Name")?.Value is { } choice ? ($"choice {choice}", choice + ".xml") : null,
        "forms" => Id(file, "form", "formid"),
        "savedqueries" => Id(file, "view", "savedqueryid"),
        "CustomControl" => file.Root.Element("Name")?.Value is { } control ? ($"code component {control}", control) : null,
        "SdkMessageProcessingStep" => file.Root.Attribute("SdkMessageProcessingStepId")?.Value is { } step ? ($"step {step}", step + ".xml") : null,
        "EntityRelationships" when file.Path.StartsWith("Other/Relationships/", StringComparison.Ordinal) => Referenced(file),
        _ => null,
    };

    private static (string, string)? Id(SourceFile file, string what, string element) =>
        file.Root.Descendants(element).FirstOrDefault()?.Value is { } id ? ($"{what} {id}", id + ".xml") : null;

    /// <summary>The first relationship that points elsewhere than the file's name says; else the first one.</summary>
    private static (string, string)? Referenced(SourceFile file)
    {
        var tables = file.Root.Elements().Select(relationship => relationship.Element("ReferencedEntityName")?.Value ?? relationship.Element("FirstEntityName")?.Value);
        return tables.OfType<string>().OrderBy(table => table == file.Stem).FirstOrDefault() is { } table
            ? ($"a relationship of {table}", table + ".xml")
            : null;
    }
}
