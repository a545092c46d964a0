using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Sandbox.Query;
using BuyerPath.Sandbox.Query.Operators;
using BuyerPath.Sandbox.Tests.Support;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Query;

public class QueryOperatorTests
{
    public static TheoryData<OperatorCase> Cases => [.. OperatorCases.All];

    public static TheoryData<ConditionOperator> UnknownOperators => [.. Enum.GetValues<ConditionOperator>().Except(Operator.All.Keys)];

    public static TheoryData<string> FetchXmlNames => [.. FetchXmlOperators.All.Keys];

    [Covers(Supported.Operators)]
    [Theory]
    [MemberData(nameof(Cases))]
    public void An_operator_means_what_its_cases_say(OperatorCase example) =>
        Assert.Equal(example.IsMet, IsMet(example, QueryScene.Where("opportunity", example.Column, example.Operator, example.Values)));

    [Fact]
    public void Every_operator_has_a_case_that_meets_it_and_one_that_does_not()
    {
        var cases = OperatorCases.All.ToLookup(example => (example.Operator, example.IsMet));

        Assert.DoesNotContain(Operator.All.Keys, known => !cases.Contains((known, true)) || !cases.Contains((known, false)));
    }

    [Theory]
    [MemberData(nameof(UnknownOperators))]
    public void An_operator_that_is_not_known_is_refused_by_name(ConditionOperator unknown) =>
        Assert.Equal(
            $"The sandbox does not support the operator {unknown} (condition on opportunity.name).",
            new QueryScene().RefusalOf(QueryScene.Where("opportunity", "name", unknown)));

    [Covers(Supported.FetchXmlOperators)]
    [Theory]
    [MemberData(nameof(FetchXmlNames))]
    public void An_operator_of_FetchXML_means_the_same_as_the_one_it_stands_for(string name)
    {
        var meaning = FetchXmlOperators.All[name];
        if (!Operator.All.ContainsKey(meaning))
        {
            Assert.Contains($"the operator {meaning}", new QueryScene().RefusalOf(FetchXml("name", name, [])), StringComparison.Ordinal);
            return;
        }

        Assert.All(OperatorCases.All.Where(example => example.Operator == meaning), example =>
            Assert.Equal(example.IsMet, IsMet(example, new FetchExpression(FetchXml(example.Column, name, example.Values)))));
    }

    [Fact]
    public void FetchXML_names_every_known_operator_but_NotOn() =>
        Assert.Equal([ConditionOperator.NotOn], Operator.All.Keys.Except(FetchXmlOperators.All.Values));

    [Theory]
    [InlineData("like", "statecode", "Like", "State")]
    [InlineData("gt", "ownerid", "GreaterThan", "Owner")]
    [InlineData("gt", "ishot", "GreaterThan", "YesNo")]
    [InlineData("today", "name", "Today", "Text")]
    [InlineData("eq-userid", "name", "EqualUserId", "Text")]
    [InlineData("eq", "channels", "Equal", "Choices")]
    [InlineData("contain-values", "party", "ContainValues", "Choice")]
    [InlineData("last-x-hours", "closeson", "LastXHours", "DateTime")]    // a day has no hours
    public void An_operator_that_does_not_fit_the_column_is_a_fault(string name, string column, string meaning, string type) =>
        Assert.Equal(
            (0x80041120u, $"The operator {meaning} does not fit a column of type {type} (condition on opportunity.{column})."),
            new QueryScene().FaultOf(FetchXml(column, name, ["1"])));

    private static bool IsMet(OperatorCase example, QueryBase query)
    {
        var scene = new QueryScene();
        scene.Add("opportunity", (example.Column, example.Stored));
        return scene.Ask(query).Entities.Count == 1;
    }

    private static string FetchXml(string column, string name, object[] values) =>
        new XElement("fetch", new XElement("entity", new XAttribute("name", "opportunity"), new XElement("filter",
            new XElement("condition", new XAttribute("attribute", column), new XAttribute("operator", name),
                values.Select(value => new XElement("value", value is DateTime moment
                    ? moment.ToString("o", CultureInfo.InvariantCulture)
                    : Convert.ToString(value, CultureInfo.InvariantCulture)))))))
        .ToString();
}
