using BuyerPath.Sandbox.Model;
using Microsoft.OData.Edm;

namespace BuyerPath.Sandbox.Host.WebApi.Schema;

/// <summary>Which EDM type stands for which type of the model.</summary>
internal static class EdmTypes
{
    /// <summary>The type of a column's property; a lookup's is the id in <c>_name_value</c>.</summary>
    public static IEdmPrimitiveTypeReference Of(Column column, bool nullable)
    {
        var kind = column.Type switch
        {
            ColumnType.Text or ColumnType.Memo or ColumnType.Choices => EdmPrimitiveTypeKind.String,
            ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status => EdmPrimitiveTypeKind.Int32,
            ColumnType.BigInteger => EdmPrimitiveTypeKind.Int64,
            ColumnType.Decimal or ColumnType.Money => EdmPrimitiveTypeKind.Decimal,
            ColumnType.Double => EdmPrimitiveTypeKind.Double,
            ColumnType.YesNo => EdmPrimitiveTypeKind.Boolean,
            ColumnType.DateTime when column.Behavior == DateBehavior.DateOnly => EdmPrimitiveTypeKind.Date,
            ColumnType.DateTime => EdmPrimitiveTypeKind.DateTimeOffset,
            ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner or ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => EdmPrimitiveTypeKind.Guid,
            _ => throw new NotSupportedException($"The Web API does not know the column type {column.Type} ({column.LogicalName})."),
        };
        return kind == EdmPrimitiveTypeKind.Decimal
            ? EdmCoreModel.Instance.GetDecimal(precision: null, scale: column.Precision, nullable)
            : EdmCoreModel.Instance.GetPrimitive(kind, nullable);
    }

    /// <summary>The type of a plain parameter of a custom API; null for rows and references, which are entity types.</summary>
    public static IEdmTypeReference? Of(ParameterType type) => type switch
    {
        ParameterType.Boolean => EdmCoreModel.Instance.GetBoolean(true),
        ParameterType.DateTime => EdmCoreModel.Instance.GetDateTimeOffset(true),
        ParameterType.Decimal or ParameterType.Money => EdmCoreModel.Instance.GetDecimal(true),
        ParameterType.Float => EdmCoreModel.Instance.GetDouble(true),
        ParameterType.Integer or ParameterType.Picklist => EdmCoreModel.Instance.GetInt32(true),
        ParameterType.String => EdmCoreModel.Instance.GetString(true),
        ParameterType.StringArray => EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetString(true)),
        ParameterType.Guid => EdmCoreModel.Instance.GetGuid(true),
        ParameterType.Entity or ParameterType.EntityCollection or ParameterType.EntityReference => null,
        _ => throw new NotSupportedException($"The Web API does not know the parameter type {type}."),
    };
}
