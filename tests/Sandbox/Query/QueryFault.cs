using System.ServiceModel;
using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Query;

/// <summary>What a query is refused with: the platform's code for that kind of mistake, and a sentence that names the culprit.</summary>
internal static class QueryFault
{
    public static FaultException<OrganizationServiceFault> UnknownTable(string? name) =>
        Fault.Of(ErrorCode.UnknownTable, $"There is no table '{name}'.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(Table table, string? name) =>
        Fault.Of(ErrorCode.UnknownColumn, table.IsStandIn
            ? $"The stand-in of {table.LogicalName} has no column '{name}'."
            : $"The table {table.LogicalName} has no column '{name}'.");

    public static FaultException<OrganizationServiceFault> UnknownAlias(string? alias) =>
        Of(0x8004110A, $"The query has no table or alias '{alias}' at this place.");

    public static FaultException<OrganizationServiceFault> TooManyConditions() =>
        Of(0x8004430C, "Number of conditions in query exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> TooManyLinks() =>
        Of(0x8004430D, "Number of link entities in query exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> TooManyRowsToAggregate(int limit) =>
        Of(0x8004E023, $"The query would aggregate more than {limit} rows. Reduce the number of records.");

    public static FaultException<OrganizationServiceFault> Condition(string sentence) => Of(0x80041106, sentence);

    public static FaultException<OrganizationServiceFault> Aggregate(string sentence) => Of(0x80041107, sentence);

    public static FaultException<OrganizationServiceFault> Value(string sentence) => Of(0x80041108, sentence);

    public static FaultException<OrganizationServiceFault> Alias(string sentence) => Of(0x80041109, sentence);

    public static FaultException<OrganizationServiceFault> Count(string sentence) => Of(0x8004110C, sentence);

    public static FaultException<OrganizationServiceFault> AttributePairs(string sentence) => Of(0x8004110F, sentence);

    public static FaultException<OrganizationServiceFault> FetchXml(string sentence) => Of(0x8004111C, sentence);

    public static FaultException<OrganizationServiceFault> Operator(string sentence) => Of(0x80041120, sentence);

    public static FaultException<OrganizationServiceFault> Join(string sentence) => Of(0x80041121, sentence);

    private static FaultException<OrganizationServiceFault> Of(uint code, string sentence) =>
        Fault.Of(unchecked((int)code), sentence);
}
