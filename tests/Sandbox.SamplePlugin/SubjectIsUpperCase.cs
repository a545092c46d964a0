using System;
using Microsoft.Xrm.Sdk;

namespace SamplePlugin;

/// <summary>Writes the subject of a visit in capitals, with the configuration text behind it.</summary>
public sealed class SubjectIsUpperCase(string suffix) : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        var target = (Entity)context.InputParameters["Target"];
        target["smpl_subject"] = target.GetAttributeValue<string>("smpl_subject").ToUpperInvariant() + suffix;
    }
}

/// <summary>Looks like a plugin to whoever reads the registration only.</summary>
public sealed class NoPlugin
{
}
