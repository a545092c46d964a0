using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>The service provider that a plugin gets.</summary>
internal sealed class PluginServices(Call call, PluginContext context) : IServiceProvider, IOrganizationServiceFactory, ITracingService
{
    private readonly StringBuilder _text = new();

    /// <summary>What the plugin has written so far.</summary>
    public string Text => _text.ToString();

    public object? GetService(Type serviceType)
    {
        if (serviceType.IsInstanceOfType(context)) return context;
        if (serviceType == typeof(IOrganizationServiceFactory) || serviceType == typeof(ITracingService)) return this;
        throw Unsupported.Feature($"the service {serviceType.Name}", "a plugin's service provider");
    }

    /// <summary>Null acts as SYSTEM, any id as that user.</summary>
    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        var user = userId ?? Seed.SystemUserId;
        var known = call.Kernel.RowValues.Existing(call.Kernel.RowValues.TableOf("systemuser"), user, []);
        return new PluginOrganizationService(call with { UserId = known.Id, Depth = call.Depth + 1, Parent = context });
    }

    public void Trace(string format, params object[] args)
    {
        var text = args is null or [] ? format : string.Format(CultureInfo.InvariantCulture, format, args);
        _text.AppendLine(text);
        call.Tell(TraceKind.Text, context.MessageName, context.PrimaryEntityName, text);
    }
}
