using System.Xml.Linq;

namespace BuyerPath.Toolbox.Generation;

/// <summary>
/// A message that a step can run on. The ids are the same in every organisation, and exports name a message by its id.
/// For CreateMultiple and UpdateMultiple no published export was found that would tell their ids; they go by name, as
/// exports do with messages whose id differs between organisations.
/// </summary>
internal sealed record StepMessage(
    string Name, string? Id, string ImageProperty, bool HasRowBefore = false, bool HasRowAfter = false, bool HasChangedColumns = false)
{
    /// <summary>The messages known here; the image property is the parameter that identifies the row.</summary>
    public static readonly IReadOnlyList<StepMessage> All =
    [
        new("Create", "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", "Id", HasRowAfter: true),
        new("Update", "20bebb1b-ea3e-db11-86a7-000a3a5473e8", "Target", HasRowBefore: true, HasRowAfter: true, HasChangedColumns: true),
        new("Delete", "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8", "Target", HasRowBefore: true),
        new("CreateMultiple", null, "Ids", HasRowAfter: true),
        new("UpdateMultiple", null, "Targets", HasRowBefore: true, HasRowAfter: true, HasChangedColumns: true),
    ];

    /// <summary>The message of that name; null when it is not known here.</summary>
    public static StepMessage? Named(string name) => All.FirstOrDefault(message => message.Name == name);

    /// <summary>The message on which a step of the source runs; null when it is not known here.</summary>
    public static StepMessage? Of(XElement step) => All.FirstOrDefault(message => XNode.DeepEquals(message.ToXml(), step.Element(message.ToXml().Name)));

    /// <summary>How a step refers to it.</summary>
    public XElement ToXml() => Id is null ? new("SdkMessageName", Name) : new("SdkMessageId", Id);
}
