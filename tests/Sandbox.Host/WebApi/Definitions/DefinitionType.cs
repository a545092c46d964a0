using Microsoft.OData.Edm;

namespace BuyerPath.Sandbox.Host.WebApi.Definitions;

/// <summary>A property of a definition. One without a kind is a label: a text in several languages.</summary>
internal sealed record DefinitionProperty(string Name, EdmPrimitiveTypeKind? Kind);

/// <summary>A kind of definitions: of tables, of columns, of choices. Only the properties that the sandbox can fill are there.</summary>
/// <param name="Name">Name of the entity type.</param>
/// <param name="Set">Name in addresses; null for what is reached only through another definition.</param>
/// <param name="KeyName">The property that names a definition beside its id.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record DefinitionType(string Name, string? Set, string KeyName, IReadOnlyList<DefinitionProperty> Properties)
{
    /// <summary>The id of every definition.</summary>
    public const string Id = "MetadataId";

    /// <summary>The collection of a table's columns.</summary>
    public const string Attributes = "Attributes";

    /// <summary>The collection of a choice's options.</summary>
    public const string Options = "Options";

    /// <summary>Tables.</summary>
    public static readonly DefinitionType Table = new("EntityMetadata", "EntityDefinitions", "LogicalName",
    [
        Key, Text("LogicalName"), Text("SchemaName"), Text("EntitySetName"), Text("LogicalCollectionName"), Text("PrimaryIdAttribute"), Text("PrimaryNameAttribute"),
        Text("OwnershipType"), YesNo("IsCustomEntity"), Label("DisplayName"), Label("DisplayCollectionName"),
    ]);

    /// <summary>Columns.</summary>
    public static readonly DefinitionType Column = new("AttributeMetadata", Set: null, "LogicalName",
    [
        Key, Text("LogicalName"), Text("SchemaName"), Text("EntityLogicalName"), Text("AttributeType"), YesNo("IsPrimaryId"), YesNo("IsPrimaryName"),
        YesNo("IsValidForCreate"), YesNo("IsValidForUpdate"), Label("DisplayName"), Label("Description"),
    ]);

    /// <summary>Choices that several columns share.</summary>
    public static readonly DefinitionType Choice = new("OptionSetMetadata", "GlobalOptionSetDefinitions", "Name", [Key, Text("Name"), YesNo("IsGlobal")]);

    private static DefinitionProperty Key => new(Id, EdmPrimitiveTypeKind.Guid);

    private static DefinitionProperty Text(string name) => new(name, EdmPrimitiveTypeKind.String);

    private static DefinitionProperty YesNo(string name) => new(name, EdmPrimitiveTypeKind.Boolean);

    private static DefinitionProperty Label(string name) => new(name, Kind: null);
}

/// <summary>One definition.</summary>
/// <param name="Type">What it defines.</param>
/// <param name="Values">Its values by property.</param>
/// <param name="Columns">Definitions of the columns, of a table.</param>
/// <param name="Options">The options, of a choice.</param>
internal sealed record Definition(
    DefinitionType Type,
    IReadOnlyDictionary<string, object?> Values,
    IReadOnlyList<Definition> Columns,
    IReadOnlyList<Model.Option> Options);
