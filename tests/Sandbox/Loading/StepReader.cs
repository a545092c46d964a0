using System.Xml.Linq;
using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Loading;

/// <summary>Reads plugin steps, and checks them against the tables, the assemblies and the platform's own rules.</summary>
internal sealed class StepReader(AssemblyReader assemblies)
{
    /// <summary>Ids of standard messages, which are the same in every organization.</summary>
    private static readonly IReadOnlyDictionary<Guid, string> Messages = new Dictionary<Guid, string>
    {
        [new("9ebdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Create",
        [new("20bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "Update",
        [new("a1bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Delete",
        [new("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Retrieve",
        [new("03bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RetrieveMultiple",
        [new("16e7c888-3b24-448b-b7da-ebfe9b681762")] = "Associate",
        [new("bdfc191d-fc56-493a-a6b1-cb0c47a22ecc")] = "Disassociate",
    };

    private static readonly IReadOnlySet<string> Runnable = new HashSet<string>(
        [.. Messages.Values, "CreateMultiple", "UpdateMultiple", "Win", "Lose", "GrantAccess", "ModifyAccess", "RevokeAccess"]);

    public Step Read(XElement element)
    {
        var name = element.RequiredAttribute("Name", "A plugin step");
        var where = $"Step '{name}'";
        if (element.Optional("ImpersonatingUserIdName") is not null) throw Unsupported.Feature("steps that run as a named user", where);

        var stage = element.WholeNumber("Stage", where) ?? throw new InvalidDataException($"{where} has no <Stage>.");
        return new Step
        {
            Id = Xml.Id(element.RequiredAttribute("SdkMessageProcessingStepId", where), $"{where}: its id"),
            Name = name,
            Message = MessageOf(element, where),
            Table = element.Optional("PrimaryEntity")?.ToLowerInvariant() is { } table and not "none" ? table : null,
            PluginType = assemblies.TypeOf(element.Required("PluginTypeId", where), where),
            Stage = stage is 10 or 20 or 40 ? stage : throw new InvalidDataException($"{where} runs in stage {stage}; it must be 10, 20 or 40."),
            IsAsynchronous = element.WholeNumber("Mode", where) == 1,
            Rank = element.WholeNumber("Rank", where) ?? 1,
            FilteringColumns = element.Names("FilteringAttributes"),
            Configuration = element.Optional("Configuration"),
            Images = [.. element.Element("SdkMessageProcessingStepImages")?.Elements("SdkMessageProcessingStepImage")
                .Select(image => ReadImage(image, where)) ?? []],
        };
    }

    /// <summary>The table, columns and images of the step exist and are possible for its message.</summary>
    public static void Check(Step step, SolutionModel model)
    {
        var where = $"Step '{step.Name}'";
        if (step is { IsAsynchronous: true, Stage: not 40 }) throw new InvalidDataException($"{where} is asynchronous; then it must run in stage 40.");
        CheckMessage(step, model, where);
        CheckImages(step, where);

        if (step.Table is null)
        {
            if (step.FilteringColumns.Count > 0 || step.Images.Count > 0)
                throw new InvalidDataException($"{where} has filtering columns or images but no table.");
            return;
        }
        if (!model.Tables.TryGetValue(step.Table, out var table))
            throw new InvalidDataException($"{where} is registered on the table '{step.Table}', which does not exist.");
        var missing = step.FilteringColumns.Concat(step.Images.SelectMany(image => image.Columns)).FirstOrDefault(column => table.Find(column) is null);
        if (missing is not null) throw new InvalidDataException($"{where} names the column '{missing}', which '{step.Table}' does not have.");
    }

    private static void CheckMessage(Step step, SolutionModel model, string where)
    {
        if (Runnable.Contains(step.Message)) return;
        if (!model.CustomApis.TryGetValue(step.Message, out var api)) throw Unsupported.Feature($"steps on the message '{step.Message}'", where);

        var isAllowed = api.AllowedSteps == CustomSteps.All || (api.AllowedSteps == CustomSteps.AsynchronousOnly && step.IsAsynchronous);
        if (!isAllowed) throw new InvalidDataException($"{where}: the custom API '{step.Message}' does not allow such steps.");
    }

    private static void CheckImages(Step step, string where)
    {
        if (step.Images.Any(image => image.IsPre) && step.Message is "Create" or "CreateMultiple")
            throw new InvalidDataException($"{where} asks for a pre-image, but before a create there is no row.");
        if (step.Images.Any(image => image.IsPost) && (step.Stage != 40 || step.Message == "Delete"))
            throw new InvalidDataException($"{where} asks for a post-image, which exists in stage 40 only and not after a delete.");
        _ = step.Images.Unique(image => image.Alias, $"image of {where}");
    }

    private static StepImage ReadImage(XElement image, string step)
    {
        var where = $"{step}, image '{image.Attribute("Name")?.Value}'";
        var type = image.WholeNumber("ImageType", where);
        if (type is not (0 or 1 or 2)) throw new InvalidDataException($"{where}: <ImageType> must be 0, 1 or 2.");
        return new StepImage(image.Required("EntityAlias", where), type is 0 or 2, type is 1 or 2, image.Names("Attributes"));
    }

    private static string MessageOf(XElement element, string where)
    {
        if (element.Optional("SdkMessageName") is { } name) return name;
        var id = Xml.Id(element.Required("SdkMessageId", where), $"{where}: <SdkMessageId>");
        return Messages.GetValueOrDefault(id) ?? throw Unsupported.Feature($"steps on the message with id {id}", where);
    }
}
