using BuyerPath.Sandbox.Host.WebApi.Batches;
using BuyerPath.Sandbox.Host.WebApi.Bodies;
using BuyerPath.Sandbox.Host.WebApi.Definitions;
using BuyerPath.Sandbox.Host.WebApi.Schema;
using BuyerPath.Sandbox.Model;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Host.WebApi.Addresses;

/// <summary>Parses an address with Microsoft's OData parser and says what it names.</summary>
internal sealed class AddressReader(Metadata metadata, ContentIds contentIds)
{
    // Definitions that Dataverse has and the sandbox has not.
    private static readonly string[] Definitions = ["RelationshipDefinitions", "ManagedPropertyDefinitions"];

    /// <summary>A parser of the request's path and query options.</summary>
    public AddressParser ParserOf(Uri root, Uri address) => new(metadata.Edm, root, address);

    /// <summary>What the path names.</summary>
    /// <exception cref="Refusal">It names nothing.</exception>
    public Address Read(AddressParser parser)
    {
        try
        {
            return AddressOf([.. parser.ParsePath()]);
        }
        catch (ODataUnrecognizedPathException path)
        {
            if (Definitions.FirstOrDefault(name => path.CurrentSegment == name || path.CurrentSegment?.StartsWith(name + "(", StringComparison.Ordinal) == true) is { } definitions)
                throw Unsupported.Feature(definitions, "Web API address");
            throw Refusal.NotFound(path.Message);
        }
    }

    /// <summary>The row that a reference such as <c>/buy_questions(id)</c>, <c>buy_questions(id)</c> or an absolute address names.</summary>
    /// <exception cref="Refusal">It names anything else; the sentence names <paramref name="property"/>.</exception>
    public SingleRow ReadReference(Uri root, string reference, string property)
    {
        reference = contentIds.Resolve(reference);
        if (!Uri.TryCreate(root, reference.StartsWith(root.AbsolutePath, StringComparison.Ordinal) ? reference : reference.TrimStart('/'), out var address) || !root.IsBaseOf(address))
            throw NoReference(property, reference);
        try
        {
            return AddressOf([.. ParserOf(root, address).ParsePath()]) as SingleRow ?? throw NoReference(property, reference);
        }
        catch (ODataException)
        {
            throw NoReference(property, reference);
        }
    }

    private static Refusal NoReference(string property, string reference) =>
        Refusal.Payload($"'{property}' must name a row as in '/accounts(00000000-0000-0000-0000-000000000001)', not '{reference}'.");

    private Address AddressOf(ODataPathSegment[] segments) => segments switch
    {
        [] => new ServiceDocument(),
        [MetadataSegment] => new MetadataDocument(),
        [OperationImportSegment call] => new Call(OperationOf(call.OperationImports), BoundTo: null, [.. call.Parameters]),
        [EntitySetSegment set, .. var rest] when metadata.Definitions.Find(set.EntitySet.EntityType) is { } type =>
            InDefinitions(new DefinitionList(type, metadata.Definitions.All(type), type.Set!), rest),
        [EntitySetSegment set, .. var rest] => InSet(new RowSet(TableOf(set)), rest),
        _ => throw Unsupported.Feature(Describe(segments), "Web API address"),
    };

    private static Address InDefinitions(DefinitionList list, ODataPathSegment[] rest) => rest switch
    {
        [] => list,
        [KeySegment key] => new SingleDefinition(DefinitionOf(list, key), list.Path),
        [KeySegment key, NavigationPropertySegment, .. var further] => InDefinitions(ColumnsOf(DefinitionOf(list, key), list.Path), further),
        _ => throw Unsupported.Feature(Describe(rest), "Web API address of definitions"),
    };

    private static DefinitionList ColumnsOf(Definition table, string path) =>
        new(DefinitionType.Column, table.Columns, $"{path}({table.Values[DefinitionType.Id]})/{DefinitionType.Attributes}");

    private static Definition DefinitionOf(DefinitionList list, KeySegment key) =>
        list.Definitions.FirstOrDefault(definition => key.Keys.All(part => Equals(definition.Values[part.Key], part.Value)))
        ?? throw new Refusal(StatusCodes.Status404NotFound, "0x80060888", $"There is no {list.Type.Name} with {string.Join(", ", key.Keys.Select(part => $"{part.Key} '{part.Value}'"))}.");

    private Address InSet(RowSet set, ODataPathSegment[] rest) => rest switch
    {
        [] => set,
        [CountSegment] => new RowCount(set),
        [OperationSegment call] => new Call(OperationOf(call.Operations), set, [.. call.Parameters]),
        [KeySegment key, .. var further] => InRow(RowOf(set.Table, key), further),
        _ => throw Unsupported.Feature(Describe(rest), "Web API address"),
    };

    private Address InRow(SingleRow row, ODataPathSegment[] rest) => rest switch
    {
        [] => row,
        [PropertySegment property] => new ColumnOfRow(row, metadata.ColumnOf(property.Property)),
        [PropertySegment property, ValueSegment] => new ColumnOfRow(row, metadata.ColumnOf(property.Property), IsPlain: true),
        [NavigationPropertySegment to, .. var further] => Along(row, metadata.NavigationOf(to.NavigationProperty), further),
        [NavigationPropertyLinkSegment to] => new Link(row, metadata.NavigationOf(to.NavigationProperty), Other: null),
        [NavigationPropertyLinkSegment to, KeySegment key] => LinkTo(row, metadata.NavigationOf(to.NavigationProperty), key),
        [OperationSegment call] => new Call(OperationOf(call.Operations), row, [.. call.Parameters]),
        _ => throw Unsupported.Feature(Describe(rest), "Web API address"),
    };

    private static Address Along(SingleRow row, Navigation navigation, ODataPathSegment[] rest) => (navigation.IsCollection, rest) switch
    {
        (false, []) => new RelatedRow(row, navigation),
        (true, []) => new RowSet(navigation.Target, new RelatedRows(row, navigation)),
        (true, [CountSegment]) => new RowCount(new RowSet(navigation.Target, new RelatedRows(row, navigation))),
        _ => throw Unsupported.Feature(Describe(rest), $"Web API address beyond {navigation.Name}"),
    };

    private Link LinkTo(SingleRow row, Navigation navigation, KeySegment key) => new(row, navigation, RowOf(navigation.Target, key).Key);

    private Table TableOf(EntitySetSegment set) => metadata.TableOf(set.EntitySet.EntityType);

    private SingleRow RowOf(Table table, KeySegment key)
    {
        var values = key.Keys.ToDictionary(part => metadata.ColumnOf(((IEdmEntityType)key.EdmType).FindProperty(part.Key)), part => part.Value);
        if (values is { Count: 1 } && values.TryGetValue(table.Columns[table.PrimaryKey], out var id))
            return new SingleRow(table, new EntityReference(table.LogicalName, (Guid)id));

        var attributes = new KeyAttributeCollection();
        foreach (var (column, value) in values) attributes.Add(column.LogicalName, ColumnValues.OfKey(column, value));
        return new SingleRow(table, new EntityReference(table.LogicalName, attributes));
    }

    private Operation OperationOf(IEnumerable<IEdmOperationImport> imports) => metadata.OperationOf(imports.Single().Operation);

    private Operation OperationOf(IEnumerable<IEdmOperation> operations) => metadata.OperationOf(operations.Single());

    private static string Describe(IEnumerable<ODataPathSegment> segments) => $"the address part '{string.Join('/', segments.Select(segment => segment.Identifier))}'";
}
