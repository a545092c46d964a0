using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Ns.V2011)]
public sealed class CreateRequest : OrganizationRequest
{
    public CreateRequest() : base("Create") { Target = null; }
    public Entity Target { get => Get<Entity>("Target"); set => Parameters["Target"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class CreateResponse : OrganizationResponse
{
    public CreateResponse() { }
#pragma warning disable IDE1006 // the SDK's own spelling
    public Guid id => Get<Guid>("id");
#pragma warning restore IDE1006
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpdateRequest : OrganizationRequest
{
    public UpdateRequest() : base("Update") { Target = null; }
    public Entity Target { get => Get<Entity>("Target"); set => Parameters["Target"] = value; }
    public ConcurrencyBehavior ConcurrencyBehavior { get => Get<ConcurrencyBehavior>("ConcurrencyBehavior"); set => Parameters["ConcurrencyBehavior"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class ExecuteMultipleRequest : OrganizationRequest
{
    public ExecuteMultipleRequest() : base("ExecuteMultiple") { Settings = null; Requests = null; }
    public ExecuteMultipleSettings Settings { get => Get<ExecuteMultipleSettings>("Settings"); set => Parameters["Settings"] = value; }
    public OrganizationRequestCollection Requests { get => Get<OrganizationRequestCollection>("Requests"); set => Parameters["Requests"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    public ExecuteMultipleResponse() { }
    public bool IsFaulted => Get<bool>("IsFaulted");
    public ExecuteMultipleResponseItemCollection Responses => Get<ExecuteMultipleResponseItemCollection>("Responses");
}

[DataContract(Namespace = Ns.V2011)]
public sealed class CreateMultipleRequest : OrganizationRequest
{
    public CreateMultipleRequest() : base("CreateMultiple") { Targets = null; }
    public EntityCollection Targets { get => Get<EntityCollection>("Targets"); set => Parameters["Targets"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class CreateMultipleResponse : OrganizationResponse
{
    public CreateMultipleResponse() { }
    public Guid[] Ids => Get<Guid[]>("Ids");
}

[DataContract(Namespace = Ns.V2011)]
public sealed class RetrieveMultipleRequest : OrganizationRequest
{
    public RetrieveMultipleRequest() : base("RetrieveMultiple") { Query = null; }
    public QueryBase Query { get => Get<QueryBase>("Query"); set => Parameters["Query"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class RetrieveMultipleResponse : OrganizationResponse
{
    public RetrieveMultipleResponse() { }
    public EntityCollection EntityCollection => Get<EntityCollection>("EntityCollection");
}

[DataContract(Namespace = Ns.V2011)]
public sealed class RetrieveRequest : OrganizationRequest
{
    public RetrieveRequest() : base("Retrieve") { Target = null; ColumnSet = null; }
    public EntityReference Target { get => Get<EntityReference>("Target"); set => Parameters["Target"] = value; }
    public ColumnSet ColumnSet { get => Get<ColumnSet>("ColumnSet"); set => Parameters["ColumnSet"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class RetrieveResponse : OrganizationResponse
{
    public RetrieveResponse() { }
    public Entity Entity => Get<Entity>("Entity");
}

[DataContract(Namespace = Ns.V2011)]
public sealed class DeleteRequest : OrganizationRequest
{
    public DeleteRequest() : base("Delete") { Target = null; }
    public EntityReference Target { get => Get<EntityReference>("Target"); set => Parameters["Target"] = value; }
    public ConcurrencyBehavior ConcurrencyBehavior { get => Get<ConcurrencyBehavior>("ConcurrencyBehavior"); set => Parameters["ConcurrencyBehavior"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpsertRequest : OrganizationRequest
{
    public UpsertRequest() : base("Upsert") { Target = null; }
    public Entity Target { get => Get<Entity>("Target"); set => Parameters["Target"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpsertResponse : OrganizationResponse
{
    public UpsertResponse() { }
    public bool RecordCreated => Get<bool>("RecordCreated");
    public EntityReference Target => Get<EntityReference>("Target");
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpdateMultipleRequest : OrganizationRequest
{
    public UpdateMultipleRequest() : base("UpdateMultiple") { Targets = null; }
    public EntityCollection Targets { get => Get<EntityCollection>("Targets"); set => Parameters["Targets"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpsertMultipleRequest : OrganizationRequest
{
    public UpsertMultipleRequest() : base("UpsertMultiple") { Targets = null; }
    public EntityCollection Targets { get => Get<EntityCollection>("Targets"); set => Parameters["Targets"] = value; }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpsertMultipleResponse : OrganizationResponse
{
    public UpsertMultipleResponse() { }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpdateResponse : OrganizationResponse
{
    public UpdateResponse() { }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class UpdateMultipleResponse : OrganizationResponse
{
    public UpdateMultipleResponse() { }
}

[DataContract(Namespace = Ns.V2011)]
public sealed class DeleteResponse : OrganizationResponse
{
    public DeleteResponse() { }
}
