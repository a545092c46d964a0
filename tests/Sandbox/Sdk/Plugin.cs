using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

public interface IPlugin
{
    void Execute(IServiceProvider serviceProvider);
}

public interface ITracingService
{
    void Trace(string format, params object[] args);
}

public interface IOrganizationServiceFactory
{
    IOrganizationService CreateOrganizationService(Guid? userId);
}

public interface IOrganizationService
{
    Guid Create(Entity entity);
    Entity Retrieve(string entityName, Guid id, ColumnSet columnSet);
    void Update(Entity entity);
    void Delete(string entityName, Guid id);
    OrganizationResponse Execute(OrganizationRequest request);
    void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);
    void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);
    EntityCollection RetrieveMultiple(QueryBase query);
}

public interface IExecutionContext
{
    int Mode { get; }
    int IsolationMode { get; }
    int Depth { get; }
    string MessageName { get; }
    string PrimaryEntityName { get; }
    Guid? RequestId { get; }
    string SecondaryEntityName { get; }
    ParameterCollection InputParameters { get; }
    ParameterCollection OutputParameters { get; }
    ParameterCollection SharedVariables { get; }
    Guid UserId { get; }
    Guid InitiatingUserId { get; }
    Guid BusinessUnitId { get; }
    Guid OrganizationId { get; }
    string OrganizationName { get; }
    Guid PrimaryEntityId { get; }
    EntityImageCollection PreEntityImages { get; }
    EntityImageCollection PostEntityImages { get; }
    EntityReference OwningExtension { get; }
    Guid CorrelationId { get; }
    bool IsExecutingOffline { get; }
    bool IsOfflinePlayback { get; }
    bool IsInTransaction { get; }
    Guid OperationId { get; }
    DateTime OperationCreatedOn { get; }
}

public interface IPluginExecutionContext : IExecutionContext
{
    int Stage { get; }
    IPluginExecutionContext ParentContext { get; }
}

public interface IPluginExecutionContext2 : IPluginExecutionContext
{
    Guid UserAzureActiveDirectoryObjectId { get; }
    Guid InitiatingUserAzureActiveDirectoryObjectId { get; }
    Guid InitiatingUserApplicationId { get; }
    Guid PortalsContactId { get; }
    bool IsPortalsClientCall { get; }
}

public interface IPluginExecutionContext3 : IPluginExecutionContext2
{
    Guid AuthenticatedUserId { get; }
}

public interface IPluginExecutionContext4 : IPluginExecutionContext3
{
    EntityImageCollection[] PreEntityImagesCollection { get; }
    EntityImageCollection[] PostEntityImagesCollection { get; }
}

public enum OperationStatus { Failed = 0, Canceled = 1, Retry = 2, Suspended = 3, Succeeded = 4 }

public enum PluginHttpStatusCode
{
    NotSet = 0, BadRequest = 400, Unauthorized = 401, Forbidden = 403, NotFound = 404, MethodNotAllowed = 405,
    RequestTimeout = 408, Conflict = 409, Gone = 410, PreconditionFailed = 412, RequestEntityTooLarge = 413,
    FailedDependency = 424, TooManyRequests = 429, InternalServerError = 500, BadGateway = 502,
    ServiceUnavailable = 503, GatewayTimeout = 504,
}

[Serializable]
public sealed class InvalidPluginExecutionException : Exception, ISerializable
{
    public InvalidPluginExecutionException() { }
    public InvalidPluginExecutionException(string message) : base(message) { }
    public InvalidPluginExecutionException(string message, Exception exception) : base(message, exception) { }
    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus) : base(message) { HttpStatus = httpStatus; }
    public InvalidPluginExecutionException(OperationStatus status) { Status = status; }
    public InvalidPluginExecutionException(OperationStatus status, string message) : base(message) { Status = status; }
    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message) : base(message) { Status = status; HResult = errorCode; }
    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message, PluginHttpStatusCode httpStatus) : this(status, errorCode, message) { HttpStatus = httpStatus; }

    public OperationStatus Status { get; }
    public int ErrorCode => HResult;
    public PluginHttpStatusCode HttpStatus { get; }

#pragma warning disable SYSLIB0051, CS0672
    public override void GetObjectData(SerializationInfo info, StreamingContext context) => base.GetObjectData(info, context);
#pragma warning restore SYSLIB0051, CS0672
}
