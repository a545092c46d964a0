using BuyerPath.Plugins.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.FakeXrmEasy.Tests;

/// <summary>The organization service: what is read comes from FakeXrmEasy, what is saved goes past the steps first.</summary>
internal sealed class FakedService(FakedOrganization organization, FakedExecution? parent) : IOrganizationService
{
    public Guid Create(Entity entity)
    {
        if (entity.Id == Guid.Empty) entity.Id = Guid.NewGuid();
        organization.Save(Message.Create, entity, parent);
        return entity.Id;
    }

    public void Update(Entity entity) => organization.Save(Message.Update, entity, parent);

    public void Delete(string entityName, Guid id) => organization.Save(Message.Delete, new Entity(entityName, id), parent);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => organization.Rows.Retrieve(entityName, id, columnSet);

    public EntityCollection RetrieveMultiple(QueryBase query) => organization.Rows.RetrieveMultiple(query);

    public OrganizationResponse Execute(OrganizationRequest request) => organization.Rows.Execute(request);

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        organization.Rows.Associate(entityName, entityId, relationship, relatedEntities);

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        organization.Rows.Disassociate(entityName, entityId, relationship, relatedEntities);
}
