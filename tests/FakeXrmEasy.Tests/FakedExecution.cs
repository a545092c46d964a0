using BuyerPath.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.FakeXrmEasy.Tests;

/// <summary>What a plugin is given for one run of a step: context, services and a trace log that nobody reads.</summary>
internal sealed class FakedExecution : IServiceProvider, IPluginExecutionContext4, IOrganizationServiceFactory, ITracingService
{
    /// <summary>Who calls.</summary>
    public static readonly Guid Caller = new("00000000-0000-0000-0000-0000000000aa");

    private readonly FakedOrganization organization;

    public FakedExecution(FakedOrganization organization, string message, Entity target, Entity? before, FakedExecution? parent)
    {
        this.organization = organization;
        (MessageName, PrimaryEntityName, PrimaryEntityId, ParentContext) = (message, target.LogicalName, target.Id, parent!);
        var image = new EntityImageCollection();
        if (before is not null) image[StepImages.Before] = before;
        if (message is Message.CreateMultiple or Message.UpdateMultiple)
        {
            InputParameters["Targets"] = new EntityCollection([target]) { EntityName = target.LogicalName };
            PreEntityImagesCollection = [image];
        }
        else
        {
            InputParameters["Target"] = message == Message.Delete ? target.ToEntityReference() : target;
            PreEntityImages = image;
        }
    }

    public string MessageName { get; }

    public string PrimaryEntityName { get; }

    public Guid PrimaryEntityId { get; }

    public IPluginExecutionContext ParentContext { get; }

    public ParameterCollection InputParameters { get; } = [];

    public ParameterCollection OutputParameters { get; } = [];

    public ParameterCollection SharedVariables { get; } = [];

    public EntityImageCollection PreEntityImages { get; } = [];

    public EntityImageCollection PostEntityImages { get; } = [];

    public EntityImageCollection[] PreEntityImagesCollection { get; } = [];

    public EntityImageCollection[] PostEntityImagesCollection { get; } = [];

    public DateTime OperationCreatedOn => Worlds.Now;

    public Guid UserId => Caller;

    public Guid InitiatingUserId => UserId;

    public Guid AuthenticatedUserId => UserId;

    public Guid CorrelationId { get; } = Guid.NewGuid();

    public Guid? RequestId => CorrelationId;

    public int Stage => 0;

    public int Mode => 0;

    public int IsolationMode => 2;

    public int Depth => 1;

    public string SecondaryEntityName => "none";

    public Guid BusinessUnitId => Guid.Empty;

    public Guid OrganizationId => Guid.Empty;

    public string OrganizationName => "faked";

    public EntityReference OwningExtension { get; } = new("sdkmessageprocessingstep");

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => true;

    public Guid OperationId => Guid.Empty;

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(this) ? this : null;

    public IOrganizationService CreateOrganizationService(Guid? userId) => new FakedService(organization, this);

    public void Trace(string format, params object[] args)
    {
    }
}
