using BuyerPath.Sandbox.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Conversion;

/// <summary>
/// Copies what would cross the wire, so that caller, plugins and store never hold the same object. Queries are not
/// copied: nothing here changes them.
/// </summary>
internal static class Wire
{
    public static object? Copy(object? value) => value switch
    {
        null or string or Guid or DateTime or Enum => value,
        _ when value.GetType().IsPrimitive || value is decimal => value,
        Entity entity => Copy(entity),
        EntityReference reference => Copy(reference),
        EntityCollection collection => Copy(collection),
        EntityReferenceCollection references => new EntityReferenceCollection([.. references.Select(Copy)]),
        OptionSetValue option => new OptionSetValue(option.Value),
        OptionSetValueCollection options => new OptionSetValueCollection([.. options.Select(option => new OptionSetValue(option.Value))]),
        Money money => new Money(money.Value),
        AliasedValue aliased => new AliasedValue(aliased.EntityLogicalName, aliased.AttributeLogicalName, Copy(aliased.Value)),
        Relationship relationship => Copy(relationship),
        PrincipalAccess share => share with { Principal = Copy(share.Principal) },
        string[] texts => texts.ToArray(),
        Guid[] ids => ids.ToArray(),
        QueryBase or ColumnSet or OrganizationRequestCollection or ExecuteMultipleSettings => value,
        _ => throw Unsupported.Feature($"values of type {value.GetType().Name}", "a request or a plugin's parameters"),
    };

    public static Entity Copy(Entity entity)
    {
        var copy = new Entity(entity.LogicalName, entity.Id) { RowVersion = entity.RowVersion, EntityState = entity.EntityState };
        foreach (var (name, value) in entity.Attributes) copy[name] = Copy(value);
        foreach (var (name, value) in entity.KeyAttributes) copy.KeyAttributes[name] = Copy(value);
        foreach (var (name, text) in entity.FormattedValues) copy.FormattedValues[name] = text;
        foreach (var (relationship, rows) in entity.RelatedEntities) copy.RelatedEntities[Copy(relationship)] = Copy(rows);
        return copy;
    }

    public static EntityReference Copy(EntityReference reference)
    {
        var copy = new EntityReference(reference.LogicalName, reference.Id) { Name = reference.Name, RowVersion = reference.RowVersion };
        foreach (var (name, value) in reference.KeyAttributes) copy.KeyAttributes[name] = Copy(value);
        return copy;
    }

    public static ParameterCollection Copy(ParameterCollection parameters)
    {
        var copy = new ParameterCollection();
        foreach (var (name, value) in parameters) copy[name] = Copy(value);
        return copy;
    }

    private static Relationship Copy(Relationship relationship) => new(relationship.SchemaName) { PrimaryEntityRole = relationship.PrimaryEntityRole };

    private static EntityCollection Copy(EntityCollection collection) =>
        new([.. collection.Entities.Select(Copy)])
        {
            EntityName = collection.EntityName,
            MoreRecords = collection.MoreRecords,
            PagingCookie = collection.PagingCookie,
            TotalRecordCount = collection.TotalRecordCount,
            TotalRecordCountLimitExceeded = collection.TotalRecordCountLimitExceeded,
        };
}
