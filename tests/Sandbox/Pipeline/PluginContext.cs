using BuyerPath.Sandbox.Store;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>What a plugin sees of the event it runs in.</summary>
internal sealed class PluginContext(Call call, MessageEvent e, int stage) : IPluginExecutionContext4
{
    public int Stage { get; } = stage;

    public int Mode { get; init; }

    public Guid UserId { get; init; } = call.UserId;

    public IPluginExecutionContext ParentContext { get; } = e.Parent!;

    public ParameterCollection InputParameters { get; } = e.Inputs;

    public ParameterCollection OutputParameters { get; } = e.Outputs;

    public ParameterCollection SharedVariables { get; } = e.SharedVariables;

    public EntityImageCollection[] PreEntityImagesCollection { get; init; } = [];

    public EntityImageCollection[] PostEntityImagesCollection { get; init; } = [];

    public EntityImageCollection PreEntityImages { get; init; } = [];

    public EntityImageCollection PostEntityImages { get; init; } = [];

    public bool IsInTransaction { get; } = call.Transaction is not null;

    public string MessageName => e.Message;

    public string PrimaryEntityName => e.Table ?? "none";

    public string SecondaryEntityName => "none";

    public Guid PrimaryEntityId => e.PrimaryId;

    public int Depth => call.Depth;

    public Guid InitiatingUserId => call.InitiatingUserId;

    public Guid AuthenticatedUserId => call.InitiatingUserId;

    public Guid CorrelationId => call.CorrelationId;

    public Guid OperationId => Guid.Empty; // only system jobs have one

    public DateTime OperationCreatedOn { get; } = call.Kernel.Now();

    public Guid OrganizationId => Seed.OrganizationId;

    public string OrganizationName => Seed.OrganizationName;

    public Guid BusinessUnitId => ((Reference)call.Kernel.RowValues.Existing(call.Kernel.RowValues.TableOf("systemuser"), UserId, [])["businessunitid"]!).Id;

    public EntityReference OwningExtension { get; init; } = new("sdkmessageprocessingstep");

    public int IsolationMode => 2; // sandbox, the only mode of the cloud

    public Guid? RequestId => call.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;
}
