using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.WebApi.Schema;

/// <summary>
/// A function or action of the Web API: a custom API of the solution, or a message of the platform described as if it were one.
/// </summary>
/// <param name="Api">Name, binding, parameters and properties.</param>
/// <param name="AnswersIds">True when the response also holds <see cref="Ids"/>, for which custom APIs have no type.</param>
public sealed record Operation(CustomApi Api, bool AnswersIds = false)
{
    /// <summary>The response property with the ids of created rows, in the order of the targets.</summary>
    public const string Ids = "Ids";

    /// <summary>The request parameter with the rows of a ...Multiple message.</summary>
    public const string Targets = "Targets";

    /// <summary>All operations of a solution.</summary>
    public static IReadOnlyList<Operation> Of(SolutionModel solution) =>
    [
        WhoAmI,
        .. Closing(solution),
        .. solution.Tables.Values.SelectMany(Multiples),
        .. solution.CustomApis.Values.Select(api => new Operation(api)),
    ];

    private static Operation WhoAmI { get; } = new(new CustomApi
    {
        UniqueName = "WhoAmI",
        IsFunction = true,
        Parameters = [],
        Properties = [.. new[] { "UserId", "BusinessUnitId", "OrganizationId" }.Select(name => new ApiParameter(name, ParameterType.Guid, IsOptional: false, Table: null))],
    });

    private static IEnumerable<Operation> Closing(SolutionModel solution)
    {
        if (!solution.Tables.ContainsKey("opportunityclose")) return [];
        return new[] { "WinOpportunity", "LoseOpportunity" }.Select(name => new Operation(new CustomApi
        {
            UniqueName = name,
            Parameters =
            [
                new ApiParameter("OpportunityClose", ParameterType.Entity, IsOptional: false, "opportunityclose"),
                new ApiParameter("Status", ParameterType.Picklist, IsOptional: false, Table: null),
            ],
            Properties = [],
        }));
    }

    private static IEnumerable<Operation> Multiples(Table table) =>
        new[] { "CreateMultiple", "UpdateMultiple", "UpsertMultiple" }.Select(name => new Operation(
            new CustomApi
            {
                UniqueName = name,
                BoundTable = table.LogicalName,
                IsBoundToCollection = true,
                Parameters = [new ApiParameter(Targets, ParameterType.EntityCollection, IsOptional: false, table.LogicalName)],
                Properties = [],
            },
            AnswersIds: name == "CreateMultiple"));
}
