using BuyerPath.Domain;
using BuyerPath.Domain.Focus;
using BuyerPath.Domain.Journeys;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Plugins.Rows;

/// <summary>Environment variables: the value that the environment gives, else the default that the solution brings.</summary>
internal static class SettingRows
{
    private const string Definition = "environmentvariabledefinition";
    private const string Value = "environmentvariablevalue";
    private const string DefinitionId = "environmentvariabledefinitionid";
    private const string SchemaName = "schemaname";
    private const string DefaultText = "defaultvalue";
    private const string Text = "value";

    /// <summary>The settings of journeys: one query.</summary>
    /// <exception cref="Refusal">A variable holds what it may not; the message names it.</exception>
    public static JourneySettings JourneySettings(this IOrganizationService data) =>
        data.Read(Domain.Journeys.JourneySettings.Names, Domain.Journeys.JourneySettings.Read);

    /// <summary>The settings of sellers' weeks: one query.</summary>
    /// <exception cref="Refusal">A variable holds what it may not; the message names it.</exception>
    public static FocusSettings FocusSettings(this IOrganizationService data) =>
        data.Read(Domain.Focus.FocusSettings.Names, Domain.Focus.FocusSettings.Read);

    /// <summary>The text of one variable, null when it has none: one query.</summary>
    public static string? Setting(this IOrganizationService data, string name) => TextOf(data.Settings([name]), name);

    private static T Read<T>(this IOrganizationService data, IEnumerable<string> names, Func<Func<string, string?>, Parsed<T>> read) where T : class
    {
        var texts = data.Settings(names);
        var settings = read(name => TextOf(texts, name));
        Change.Require(settings.Decision);
        return settings.Value;
    }

    private static Dictionary<string, string?> Settings(this IOrganizationService data, IEnumerable<string> names)
    {
        var query = new QueryExpression(Definition) { ColumnSet = new ColumnSet(SchemaName, DefaultText) };
        query.Criteria.AddCondition(SchemaName, ConditionOperator.In, [.. names.Cast<object>()]);
        var value = query.AddLink(Value, DefinitionId, DefinitionId, JoinOperator.LeftOuter);
        value.EntityAlias = Value;
        value.Columns = new ColumnSet(Text);
        return data.All(query).ToDictionary(
            row => row.GetAttributeValue<string>(SchemaName),
            row => (string?)row.GetAttributeValue<AliasedValue>($"{Value}.{Text}")?.Value ?? row.GetAttributeValue<string?>(DefaultText));
    }

    private static string? TextOf(Dictionary<string, string?> texts, string name) => texts.TryGetValue(name, out var text) ? text : null;
}
