using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.Edm;

namespace BuyerPath.Sandbox.Host.WebApi.Definitions;

/// <summary>The definitions as a part of the entity data model, and the way back from its elements.</summary>
internal sealed class DefinitionModel
{
    private const string LabelType = "Label";
    private const string LocalizedLabelType = "LocalizedLabel";
    private const string OptionType = "OptionMetadata";

    private readonly EdmModel _edm;
    private readonly EdmComplexType _label;
    private readonly Dictionary<IEdmEntityType, DefinitionType> _types = [];
    private readonly Dictionary<DefinitionType, IReadOnlyList<Definition>> _definitions;

    /// <summary>Adds the types and sets of the definitions to a model.</summary>
    public DefinitionModel(EdmModel edm, EdmEntityContainer container, SolutionModel solution)
    {
        _edm = edm;
        _definitions = new() { [DefinitionType.Table] = SolutionDefinitions.Tables(solution), [DefinitionType.Choice] = SolutionDefinitions.Choices(solution) };
        _label = AddLabel();

        var column = AddType(DefinitionType.Column);
        var table = AddType(DefinitionType.Table);
        table.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo { Name = DefinitionType.Attributes, Target = column, TargetMultiplicity = EdmMultiplicity.Many, ContainsTarget = true });
        var choice = AddType(DefinitionType.Choice);
        choice.AddStructuralProperty(DefinitionType.Options, Collection(AddOption()));
        container.AddEntitySet(DefinitionType.Table.Set, table);
        container.AddEntitySet(DefinitionType.Choice.Set, choice);
    }

    /// <summary>The kind of definitions that an entity type stands for; null for the type of a table's rows.</summary>
    public DefinitionType? Find(IEdmEntityType type) => _types.GetValueOrDefault(type);

    /// <summary>Every definition of a kind that has an address.</summary>
    public IReadOnlyList<Definition> All(DefinitionType type) => _definitions[type];

    private EdmEntityType AddType(DefinitionType definition)
    {
        var type = new EdmEntityType(Metadata.Namespace, definition.Name);
        foreach (var property in definition.Properties)
        {
            if (property.Kind is { } kind) type.AddStructuralProperty(property.Name, kind, isNullable: property.Name != DefinitionType.Id);
            else type.AddStructuralProperty(property.Name, new EdmComplexTypeReference(_label, isNullable: true));
        }
        type.AddKeys((IEdmStructuralProperty)type.FindProperty(DefinitionType.Id));
        _edm.AddElement(type);
        var name = type.FindProperty(definition.KeyName);
        _edm.AddAlternateKeyAnnotation(type, new Dictionary<string, IEdmProperty> { [name.Name] = name });
        _types.Add(type, definition);
        return type;
    }

    private EdmComplexType AddLabel()
    {
        var localized = new EdmComplexType(Metadata.Namespace, LocalizedLabelType);
        localized.AddStructuralProperty("Label", EdmPrimitiveTypeKind.String);
        localized.AddStructuralProperty("LanguageCode", EdmPrimitiveTypeKind.Int32, isNullable: false);
        _edm.AddElement(localized);

        var label = new EdmComplexType(Metadata.Namespace, LabelType);
        label.AddStructuralProperty("LocalizedLabels", Collection(localized));
        label.AddStructuralProperty("UserLocalizedLabel", new EdmComplexTypeReference(localized, isNullable: true));
        _edm.AddElement(label);
        return label;
    }

    private EdmComplexType AddOption()
    {
        var option = new EdmComplexType(Metadata.Namespace, OptionType);
        option.AddStructuralProperty("Value", EdmPrimitiveTypeKind.Int32);
        option.AddStructuralProperty("Label", new EdmComplexTypeReference(_label, isNullable: true));
        _edm.AddElement(option);
        return option;
    }

    private static EdmCollectionTypeReference Collection(EdmComplexType item) => new(new EdmCollectionType(new EdmComplexTypeReference(item, isNullable: false)));
}
