using System.Globalization;
using System.Xml.Linq;
using BuyerPath.Plugins.Registration;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Generation;

/// <summary>A step as the solution registers it.</summary>
internal sealed class PluginStep
{
    private const int PluginTypeCode = 4602;

    private readonly PluginAssembly assembly;
    private readonly Type type;
    private readonly StepAttribute step;
    private readonly StepMessage message;

    /// <exception cref="InvalidDataException">Dataverse would not accept the declaration, or the message is not known here.</exception>
    public PluginStep(PluginAssembly assembly, Type type, StepAttribute step)
    {
        this.assembly = assembly;
        this.type = type;
        this.step = step;
        message = StepMessage.Named(step.Message) ?? throw Refused(
            $"the message is not among {string.Join(", ", StepMessage.All.Select(known => known.Name))}; add it to {nameof(StepMessage)}");

        if (step.Stage is not (Pipeline.PreValidation or Pipeline.PreOperation or Pipeline.PostOperation))
            throw Refused("there is no such stage");
        if (step.When.Length > 0 && !message.HasChangedColumns)
            throw Refused($"When names changed columns, and {message.Name} changes none");
        if (step.Before.Length > 0 && !message.HasRowBefore)
            throw Refused($"there is no row before {message.Name}, so Before has nothing to show");
        if (step.After.Length > 0 && (!message.HasRowAfter || step.Stage != Pipeline.PostOperation))
            throw Refused("After shows the row as it was stored, which only the PostOperation stage of a create or update sees");
    }

    /// <summary>Where it lies in the source.</summary>
    public string File => $"SdkMessageProcessingSteps/{Id:B}.xml";

    private Guid Id => StableId.Of(Key);

    private string Key => $"step {type.FullName} {message.Name} {step.Table} {step.Stage}";

    /// <summary>The step with its images.</summary>
    public XElement ToXml(string introducedVersion) => SourceXml.Root(
        "SdkMessageProcessingStep",
        new XAttribute("Name", $"{type.FullName}: {message.Name} of {step.Table}"),
        new XAttribute("SdkMessageProcessingStepId", Id.ToString("B")),
        message.ToXml(),
        new XElement("PluginTypeName", assembly.QualifiedNameOf(type)),
        new XElement("PluginTypeId", PluginAssembly.IdOf(type)),
        new XElement("PrimaryEntity", step.Table),
        new XElement("AsyncAutoDelete", 0),
        new XElement("FilteringAttributes", string.Join(',', step.When)),
        new XElement("InvocationSource", 0),
        new XElement("Mode", 0), // synchronous
        new XElement("Rank", step.Rank),
        new XElement("EventHandlerTypeCode", PluginTypeCode),
        new XElement("Stage", ((int)step.Stage).ToString(CultureInfo.InvariantCulture)),
        new XElement("IsCustomizable", 1),
        new XElement("IsHidden", 0),
        new XElement("SupportedDeployment", 0), // server
        new XElement("IntroducedVersion", introducedVersion),
        new XElement("SdkMessageProcessingStepImages", Image("Before", imageType: 0, step.Before), Image("After", imageType: 1, step.After)));

    /// <summary>The step in the list of root components.</summary>
    public static XElement RootComponent(XElement step) => new(
        "RootComponent",
        new XAttribute("type", 92),
        new XAttribute("id", step.Attribute("SdkMessageProcessingStepId")!.Value),
        new XAttribute("behavior", 0));

    private XElement? Image(string alias, int imageType, string[] columns) => columns.Length == 0 ? null : new(
        "SdkMessageProcessingStepImage",
        new XAttribute("Name", alias),
        new XElement("SdkMessageProcessingStepImageId", StableId.Of($"{Key} {alias}").ToString("B")),
        new XElement("Attributes", string.Join(',', columns)),
        new XElement("EntityAlias", alias),
        new XElement("ImageType", imageType),
        new XElement("MessagePropertyName", message.ImageProperty),
        new XElement("IsCustomizable", 1));

    private InvalidDataException Refused(string reason) =>
        new($"{type.FullName}: the step on {step.Message} of {step.Table} in {step.Stage} is refused: {reason}.");
}
