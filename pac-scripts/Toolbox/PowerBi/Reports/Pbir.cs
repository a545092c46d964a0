using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BuyerPath.Toolbox.PowerBi.Reports;

/// <summary>How Power BI's files of reports and projects write fields, values and filters.</summary>
internal static class Pbir
{
    private const string Schemas = "https://developer.microsoft.com/json-schemas/fabric";

    /// <summary>Texts stay readable: the files are read by people, not put into web pages.</summary>
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file: the address of its schema, then its content.</summary>
    public static string File(string schema, IEnumerable<KeyValuePair<string, object>> content) =>
        JsonSerializer.Serialize(new Dictionary<string, object>([new("$schema", $"{Schemas}/{schema}/schema.json"), .. content]), Readable) + "\n";

    /// <summary>A formatting object, without a selector.</summary>
    public static object Formatted(params (string Property, object Value)[] properties) =>
        new[] { new { properties = properties.ToDictionary(each => each.Property, each => Literal(each.Value)) } };

    /// <summary>A field as visuals and filters name it.</summary>
    public static object Field(ReportField field) => Field(field, new { SourceRef = new { Entity = field.Table } });

    /// <summary>A field as a visual shows it.</summary>
    public static object Projection(ReportField field) =>
        new { field = Field(field), queryRef = $"{field.Table}.{field.Name}", nativeQueryRef = field.Name };

    /// <summary>A filter that readers see and may change.</summary>
    public static object Filter(string name, ReportField field, string value) => new
    {
        name,
        field = Field(field),
        type = "Categorical",
        filter = new
        {
            Version = 2,
            From = new[] { new { Name = "t", Entity = field.Table, Type = 0 } },
            Where = new[]
            {
                new
                {
                    Condition = new
                    {
                        In = new
                        {
                            Expressions = new[] { Field(field, new { SourceRef = new { Source = "t" } }) },
                            Values = new[] { new[] { new { Literal = new { Value = Written(value) } } } },
                        },
                    },
                },
            },
        },
        howCreated = "User",
    };

    private static object Field(ReportField field, object source) => new Dictionary<string, object>
    {
        [field.IsMeasure ? "Measure" : "Column"] = new { Expression = source, Property = field.Name },
    };

    private static object Literal(object value) => new { expr = new { Literal = new { Value = Written(value) } } };

    private static string Written(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture) + "L",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Power BI writes such a value in a way that is not known here."),
    };
}
