using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>An organization service whose named methods are requests like any other.</summary>
internal abstract class RequestBasedService : IOrganizationService
{
    public abstract OrganizationResponse Execute(OrganizationRequest request);

    public Guid Create(Entity entity) => (Guid)Execute(new CreateRequest { Target = entity })["id"];

    public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        (Entity)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet })["Entity"];

    public EntityCollection RetrieveMultiple(QueryBase query) =>
        (EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"];

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(Link("Associate", entityName, entityId, relationship, relatedEntities));

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(Link("Disassociate", entityName, entityId, relationship, relatedEntities));

    private static OrganizationRequest Link(string message, string table, Guid id, Relationship relationship, EntityReferenceCollection related) =>
        new(message) { ["Target"] = new EntityReference(table, id), ["Relationship"] = relationship, ["RelatedEntities"] = related };
}
