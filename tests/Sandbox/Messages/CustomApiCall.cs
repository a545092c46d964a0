using BuyerPath.Sandbox.Model;
using BuyerPath.Sandbox.Pipeline;
using BuyerPath.Sandbox.Security;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Messages;

/// <summary>Calls a custom API: its plugin is the operation, in the transaction; without a plugin it is a pure event.</summary>
internal static class CustomApiCall
{
    public static OrganizationResponse Execute(Call call, OrganizationRequest request, CustomApi api)
    {
        var target = CheckTarget(request, api);
        CheckParameters(request, api);

        var outputs = SingleEvent.Run(call, request, api.UniqueName, api.BoundTable, target?.Id ?? Guid.Empty, (inner, e) =>
        {
            if (api.PluginType is not null) StepRunner.Run(inner, e, api);
        }, authorize: inner =>
        {
            if (api.ExecutePrivilege is { } privilege) Rights.Of(inner).Require(privilege);
        });
        return ResponseOf(api, outputs);
    }

    private static EntityReference? CheckTarget(OrganizationRequest request, CustomApi api)
    {
        if (api.BoundTable is null || api.IsBoundToCollection) return null;
        var target = request.Required<EntityReference>("Target");
        return target.LogicalName == api.BoundTable
            ? target
            : throw Fault.Of(ErrorCode.InvalidArgument, $"{api.UniqueName} is bound to {api.BoundTable}; its Target is of {target.LogicalName}.");
    }

    private static void CheckParameters(OrganizationRequest request, CustomApi api)
    {
        foreach (var (name, value) in request.Parameters)
        {
            if (name == "Target" && api is { BoundTable: not null, IsBoundToCollection: false }) continue;
            var parameter = api.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw Fault.Of(ErrorCode.InvalidArgument, $"{api.UniqueName} has no parameter '{name}'.");
            if (value is not null && !IsOf(parameter.Type, value))
                throw Fault.Of(ErrorCode.InvalidArgument, $"The parameter '{name}' of {api.UniqueName} is of type {parameter.Type}, not {value.GetType().Name}.");
        }
        if (api.Parameters.FirstOrDefault(parameter => !parameter.IsOptional && !IsGiven(request, parameter)) is { } missing)
            throw Fault.Of(ErrorCode.InvalidArgument, $"{api.UniqueName} needs the parameter '{missing.Name}' of type {missing.Type}.");
    }

    private static bool IsGiven(OrganizationRequest request, ApiParameter parameter) =>
        request.Parameters.TryGetValue(parameter.Name, out var value) && value is not null;

    private static OrganizationResponse ResponseOf(CustomApi api, ParameterCollection outputs)
    {
        var response = new OrganizationResponse();
        foreach (var (name, value) in outputs)
        {
            var property = api.Properties.FirstOrDefault(property => property.Name == name)
                ?? throw Fault.Of(ErrorCode.PluginFailed, $"A plugin set the output '{name}', which {api.UniqueName} does not declare.");
            if (value is not null && !IsOf(property.Type, value))
                throw Fault.Of(ErrorCode.PluginFailed, $"A plugin set the output '{name}' of {api.UniqueName} to a {value.GetType().Name}; it is of type {property.Type}.");
            response[name] = Conversion.Wire.Copy(value)!;
        }
        return response;
    }

    private static bool IsOf(ParameterType type, object value) => type switch
    {
        ParameterType.Boolean => value is bool,
        ParameterType.DateTime => value is DateTime,
        ParameterType.Decimal => value is decimal,
        ParameterType.Entity => value is Entity,
        ParameterType.EntityCollection => value is EntityCollection,
        ParameterType.EntityReference => value is EntityReference,
        ParameterType.Float => value is double,
        ParameterType.Integer => value is int,
        ParameterType.Money => value is Money,
        ParameterType.Picklist => value is OptionSetValue,
        ParameterType.String => value is string,
        ParameterType.StringArray => value is string[],
        ParameterType.Guid => value is Guid,
        _ => false,
    };
}
