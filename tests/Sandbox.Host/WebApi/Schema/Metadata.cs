using BuyerPath.Sandbox.Host.WebApi.Definitions;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using BuyerPath.Sandbox.Model;
using Microsoft.OData.Edm;

namespace BuyerPath.Sandbox.Host.WebApi.Schema;

/// <summary>
/// The Web API's metadata: the solution as an entity data model, and the way back from each of its elements to the table,
/// column, relationship or operation it was made from.
/// </summary>
public sealed class Metadata
{
    /// <summary>Namespace of every type and operation.</summary>
    public const string Namespace = "Microsoft.Dynamics.CRM";

    private readonly EdmModel _edm = new();
    private readonly EdmEntityContainer _container = new(Namespace, "System");
    private readonly EdmEntityType _anyRow = new(Namespace, "crmbaseentity", baseType: null, isAbstract: true, isOpen: false);
    private readonly Dictionary<string, EdmEntityType> _types = [];
    private readonly Dictionary<string, EdmEntitySet> _sets = [];
    private readonly Dictionary<IEdmElement, object> _origins = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Table, string Name), Navigation> _navigations;

    /// <summary>Makes the metadata of a solution.</summary>
    public Metadata(SolutionModel solution)
    {
        Solution = solution;
        _navigations = Navigation.Of(solution).ToDictionary(navigation => (navigation.Table.LogicalName, navigation.Name));
        _edm.AddElement(_anyRow);
        _edm.AddElement(_container);
        foreach (var table in solution.Tables.Values) AddTable(table);
        foreach (var navigation in _navigations.Values) AddNavigation(navigation);
        foreach (var operation in Operation.Of(solution)) AddOperation(operation);
        foreach (var function in QueryFunction.All) AddQueryFunction(function);
        Definitions = new DefinitionModel(_edm, _container, solution);
    }

    /// <summary>What the metadata was made from.</summary>
    public SolutionModel Solution { get; }

    /// <summary>The entity data model, as <c>$metadata</c> shows it.</summary>
    public IEdmModel Edm => _edm;

    /// <summary>The definitions of tables, columns and choices in it.</summary>
    internal DefinitionModel Definitions { get; }

    /// <summary>The table of an entity type.</summary>
    public Table TableOf(IEdmType type) => (Table)_origins[type];

    /// <summary>The column of a property.</summary>
    public Column ColumnOf(IEdmProperty property) => (Column)_origins[property];

    /// <summary>The relationship end of a navigation property.</summary>
    public Navigation NavigationOf(IEdmNavigationProperty property) => (Navigation)_origins[property];

    /// <summary>The operation that was found by its name in an address.</summary>
    public Operation OperationOf(IEdmOperation operation) => (Operation)_origins[operation];

    /// <summary>The navigation property of that name, or null.</summary>
    public Navigation? FindNavigation(Table table, string name) => _navigations.GetValueOrDefault((table.LogicalName, name));

    /// <summary>The single-valued navigation property from that lookup to that table, or null when it points nowhere known.</summary>
    public Navigation? FindNavigation(Table table, Column lookup, string target) =>
        _navigations.Values.FirstOrDefault(navigation =>
            navigation.Table == table && navigation.Lookup == lookup && navigation.Target.LogicalName == target && !navigation.IsCollection);

    /// <summary>The name of a column's property: its logical name, and <c>_name_value</c> for the id in a lookup.</summary>
    public static string PropertyName(Column column) => column.Targets.Count > 0 ? $"_{column.LogicalName}_value" : column.LogicalName;

    private void AddTable(Table table)
    {
        var type = new EdmEntityType(Namespace, table.LogicalName, _anyRow);
        foreach (var column in table.Columns.Values)
        {
            var isKey = column.LogicalName == table.PrimaryKey;
            var property = type.AddStructuralProperty(PropertyName(column), EdmTypes.Of(column, nullable: !isKey));
            if (isKey) type.AddKeys(property);
            _origins.Add(property, column);
        }
        foreach (var key in table.Keys) AddAlternateKey(table, type, key);

        _edm.AddElement(type);
        _origins.Add(type, table);
        _types.Add(table.LogicalName, type);
        _sets.Add(table.LogicalName, _container.AddEntitySet(table.EntitySetName, type));
    }

    private void AddAlternateKey(Table table, EdmEntityType type, AlternateKey key) =>
        _edm.AddAlternateKeyAnnotation(type, key.Columns
            .Select(column => (IEdmProperty)type.FindProperty(PropertyName(table.Columns[column])))
            .ToDictionary(property => property.Name));

    private void AddNavigation(Navigation navigation)
    {
        var property = _types[navigation.Table.LogicalName].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = navigation.Name,
            Target = _types[navigation.Target.LogicalName],
            TargetMultiplicity = navigation.IsCollection ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
        });
        _sets[navigation.Table.LogicalName].AddNavigationTarget(property, _sets[navigation.Target.LogicalName]);
        _origins.Add(property, navigation);
    }

    private void AddOperation(Operation operation)
    {
        var api = operation.Api;
        var response = ResponseOf(operation);
        EdmOperation edm = api.IsFunction
            ? new EdmFunction(Namespace, api.UniqueName, response, api.BoundTable is not null, entitySetPathExpression: null, isComposable: false)
            : new EdmAction(Namespace, api.UniqueName, response, api.BoundTable is not null, entitySetPathExpression: null);

        if (api.BoundTable is { } bound)
        {
            var row = new EdmEntityTypeReference(_types[bound], isNullable: false);
            edm.AddParameter("entity", api.IsBoundToCollection ? EdmCoreModel.GetCollection(row) : row);
        }
        foreach (var parameter in api.Parameters) edm.AddParameter(parameter.Name, TypeOf(parameter));

        _edm.AddElement(edm);
        _origins.Add(edm, operation);
        if (api.BoundTable is not null) return;
        if (edm is EdmFunction function) _container.AddFunctionImport(function);
        else _container.AddActionImport((EdmAction)edm);
    }

    /// <summary>The name of the complex type that an operation answers with.</summary>
    public static string ResponseName(Operation operation) => operation.Api.UniqueName + "Response";

    private EdmComplexTypeReference? ResponseOf(Operation operation)
    {
        if (operation.Api.Properties.Count == 0 && !operation.AnswersIds) return null;
        if (_edm.FindDeclaredType($"{Namespace}.{ResponseName(operation)}") is EdmComplexType known) return new EdmComplexTypeReference(known, isNullable: false);

        var type = new EdmComplexType(Namespace, ResponseName(operation));
        if (operation.AnswersIds) type.AddStructuralProperty(Operation.Ids, EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetGuid(isNullable: false)));
        foreach (var property in operation.Api.Properties)
        {
            if (EdmTypes.Of(property.Type) is { } plain) type.AddStructuralProperty(property.Name, plain);
            else type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = property.Name,
                Target = RowType(property.Table),
                TargetMultiplicity = property.Type == ParameterType.EntityCollection ? EdmMultiplicity.Many : EdmMultiplicity.ZeroOrOne,
            });
        }
        _edm.AddElement(type);
        return new EdmComplexTypeReference(type, isNullable: false);
    }

    private IEdmTypeReference TypeOf(ApiParameter parameter)
    {
        if (EdmTypes.Of(parameter.Type) is { } plain) return plain;
        var row = new EdmEntityTypeReference(RowType(parameter.Table), isNullable: true);
        return parameter.Type == ParameterType.EntityCollection ? EdmCoreModel.GetCollection(row) : row;
    }

    private EdmEntityType RowType(string? table) => table is null ? _anyRow : _types[table];

    private void AddQueryFunction(QueryFunction function)
    {
        var text = EdmCoreModel.Instance.GetString(isNullable: false);
        var edm = new EdmFunction(Namespace, function.Name, EdmCoreModel.Instance.GetBoolean(isNullable: false));
        edm.AddParameter(QueryFunction.ColumnParameter, text);
        switch (function.Argument)
        {
            case FunctionArgument.Count: edm.AddParameter(QueryFunction.ValueParameter, EdmCoreModel.Instance.GetInt64(isNullable: false)); break;
            case FunctionArgument.Value: edm.AddParameter(QueryFunction.ValueParameter, text); break;
            case FunctionArgument.Values: edm.AddParameter(QueryFunction.ValuesParameter, EdmCoreModel.GetCollection(text)); break;
        }
        _edm.AddElement(edm);
        _origins.Add(edm, function);
    }
}
