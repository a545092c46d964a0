using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "Entity", Namespace = Ns.V2011)]
public class Entity : IExtensibleDataObject
{
    private Guid id;
    private AttributeCollection attributes;
    private FormattedValueCollection formattedValues;
    private RelatedEntityCollection relatedEntities;
    private KeyAttributeCollection keyAttributes;

    public Entity() : this((string)null) { }
    public Entity(string entityName) { LogicalName = entityName; }
    public Entity(string entityName, Guid id) : this(entityName) { Id = id; }
    public Entity(string entityName, string keyName, object keyValue) : this(entityName) { KeyAttributes.Add(keyName, keyValue); }
    public Entity(string entityName, KeyAttributeCollection keyAttributes) : this(entityName) { this.keyAttributes = keyAttributes; }

    [DataMember] public string LogicalName { get; set; }
    [DataMember] public virtual Guid Id { get => id; set => id = value; }
    [DataMember] public AttributeCollection Attributes { get => attributes ?? (attributes = new AttributeCollection()); set => attributes = value; }
    [DataMember] public EntityState? EntityState { get; set; }
    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => formattedValues ?? (formattedValues = new FormattedValueCollection());
        internal set => formattedValues = value;
    }
    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => relatedEntities ?? (relatedEntities = new RelatedEntityCollection());
        internal set => relatedEntities = value;
    }
    [DataMember] public string RowVersion { get; set; }
    [DataMember] public KeyAttributeCollection KeyAttributes { get => keyAttributes ?? (keyAttributes = new KeyAttributeCollection()); set => keyAttributes = value; }
    public ExtensionDataObject ExtensionData { get; set; }

    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    public virtual T GetAttributeValue<T>(string attributeLogicalName)
    {
        Attributes.TryGetValue(attributeLogicalName, out object value);
        return value == null ? default(T) : (T)value;
    }

    public bool TryGetAttributeValue<T>(string attributeKey, out T result)
    {
        if (Attributes.TryGetValue(attributeKey, out object value) && value is T typed)
        {
            result = typed;
            return true;
        }
        result = default(T);
        return false;
    }

    protected virtual void SetAttributeValue(string attributeLogicalName, object value)
    {
        if (string.IsNullOrWhiteSpace(attributeLogicalName)) throw new ArgumentNullException(nameof(attributeLogicalName));
        Attributes[attributeLogicalName] = value;
    }

    protected virtual string GetFormattedAttributeValue(string attributeLogicalName)
    {
        if (string.IsNullOrWhiteSpace(attributeLogicalName)) throw new ArgumentNullException(nameof(attributeLogicalName));
        return FormattedValues.Contains(attributeLogicalName) ? FormattedValues[attributeLogicalName] : null;
    }

    protected virtual IEnumerable<TEntity> GetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole) where TEntity : Entity
    {
        if (string.IsNullOrWhiteSpace(relationshipSchemaName)) throw new ArgumentNullException(nameof(relationshipSchemaName));
        var key = new Relationship(relationshipSchemaName) { PrimaryEntityRole = primaryEntityRole };
        return RelatedEntities.Contains(key) ? RelatedEntities[key].Entities.Cast<TEntity>() : null;
    }

    protected virtual void SetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, IEnumerable<TEntity> entities) where TEntity : Entity
    {
        if (string.IsNullOrWhiteSpace(relationshipSchemaName)) throw new ArgumentNullException(nameof(relationshipSchemaName));
        var key = new Relationship(relationshipSchemaName) { PrimaryEntityRole = primaryEntityRole };
        if (entities == null) RelatedEntities.Remove(key);
        else RelatedEntities[key] = new EntityCollection(new List<Entity>(entities));
    }

    protected virtual TEntity GetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole) where TEntity : Entity
        => GetRelatedEntities<TEntity>(relationshipSchemaName, primaryEntityRole)?.FirstOrDefault();

    protected virtual void SetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, TEntity entity) where TEntity : Entity
        => SetRelatedEntities(relationshipSchemaName, primaryEntityRole, entity == null ? null : new[] { entity });

    // Alternate keys do not travel: pinned by SdkFactsTests on the real assembly.
    public EntityReference ToEntityReference() => new EntityReference(LogicalName, Id) { RowVersion = RowVersion };

    public T ToEntity<T>() where T : Entity
    {
        if (typeof(T) == typeof(Entity))
        {
            var plain = new Entity();
            CopyTo(plain);
            return (T)plain;
        }
        var name = (Client.EntityLogicalNameAttribute)Attribute.GetCustomAttribute(typeof(T), typeof(Client.EntityLogicalNameAttribute));
        if (string.IsNullOrWhiteSpace(LogicalName))
            throw new NotSupportedException("LogicalName must be set before calling ToEntity()");
        if (name == null || name.LogicalName != LogicalName)
            throw new NotSupportedException("Cannot convert entity " + LogicalName + " to " + name?.LogicalName);
        var typed = (T)Activator.CreateInstance(typeof(T));
        CopyTo(typed);
        return typed;
    }

    private void CopyTo(Entity target)
    {
        // The converted entity shares the collections of the one it was made from.
        target.LogicalName = LogicalName;
        target.attributes = Attributes;
        target.formattedValues = FormattedValues;
        target.relatedEntities = RelatedEntities;
        target.keyAttributes = KeyAttributes;
        target.EntityState = EntityState;
        target.RowVersion = RowVersion;
        target.ExtensionData = ExtensionData;
        target.id = id; // the field: an early-bound Id setter would add its key attribute
    }
}

[DataContract(Name = "EntityCollection", Namespace = Ns.V2011)]
public sealed class EntityCollection : IExtensibleDataObject
{
    private DataCollection<Entity> entities;

    public EntityCollection() { }
    public EntityCollection(IList<Entity> list) { entities = new DataCollection<Entity>(list); }

    [DataMember] public DataCollection<Entity> Entities { get => entities ?? (entities = new DataCollection<Entity>()); private set => entities = value; }
    [DataMember] public string EntityName { get; set; }
    [DataMember] public bool MoreRecords { get; set; }
    [DataMember] public string PagingCookie { get; set; }
    [DataMember] public string MinActiveRowVersion { get; set; }
    [DataMember] public int TotalRecordCount { get; set; }
    [DataMember] public bool TotalRecordCountLimitExceeded { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }

    public Entity this[int index]
    {
        get => Entities[index];
        set => Entities[index] = value;
    }
}

[Serializable]
[DataContract(Name = "EntityReference", Namespace = Ns.V2011)]
public sealed class EntityReference : IExtensibleDataObject
{
    private KeyAttributeCollection keyAttributes;
    [NonSerialized] private ExtensionDataObject extensionData;

    public EntityReference() { }
    public EntityReference(string logicalName) { LogicalName = logicalName; }
    public EntityReference(string logicalName, Guid id) : this(logicalName) { Id = id; }
    public EntityReference(string logicalName, string keyName, object keyValue) : this(logicalName) { KeyAttributes.Add(keyName, keyValue); }
    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection) : this(logicalName) { keyAttributes = keyAttributeCollection; }

    [DataMember] public Guid Id { get; set; }
    [DataMember] public string LogicalName { get; set; }
    [DataMember] public string Name { get; set; }
    [DataMember] public KeyAttributeCollection KeyAttributes { get => keyAttributes ?? (keyAttributes = new KeyAttributeCollection()); set => keyAttributes = value; }
    [DataMember] public string RowVersion { get; set; }
    public ExtensionDataObject ExtensionData { get => extensionData; set => extensionData = value; }

    public override bool Equals(object obj)
    {
        if (ReferenceEquals(this, obj)) return true;
        return obj is EntityReference other && other.Id == Id && other.LogicalName == LogicalName
            && KeyAttributes.Count == other.KeyAttributes.Count && !KeyAttributes.Except(other.KeyAttributes).Any();
    }

    public override int GetHashCode() => (LogicalName?.GetHashCode() ?? 0) ^ Id.GetHashCode();
}

[DataContract(Name = "Relationship", Namespace = Ns.V2011)]
public sealed class Relationship : IExtensibleDataObject
{
    public Relationship() { }
    public Relationship(string schemaName) { SchemaName = schemaName; }

    [DataMember] public string SchemaName { get; set; }
    [DataMember] public EntityRole? PrimaryEntityRole { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }

    public override bool Equals(object obj)
        => obj is Relationship other && other.SchemaName == SchemaName && other.PrimaryEntityRole == PrimaryEntityRole;

    public override int GetHashCode() => (SchemaName?.GetHashCode() ?? 0) ^ PrimaryEntityRole.GetHashCode();

    public override string ToString() => SchemaName;
}

[DataContract(Name = "Money", Namespace = Ns.V2011)]
public sealed class Money : IExtensibleDataObject
{
    public Money() { }
    public Money(decimal value) { Value = value; }
    [DataMember] public decimal Value { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
    public override bool Equals(object obj) => obj is Money other && other.Value == Value;
    public override int GetHashCode() => Value.GetHashCode();
}

[DataContract(Name = "OptionSetValue", Namespace = Ns.V2011)]
public sealed class OptionSetValue : IExtensibleDataObject
{
    public OptionSetValue() { }
    public OptionSetValue(int value) { Value = value; }
    [DataMember] public int Value { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
    public override bool Equals(object obj) => obj is OptionSetValue other && other.Value == Value;
    public override int GetHashCode() => Value.GetHashCode();
}

[DataContract(Name = "AliasedValue", Namespace = Ns.V2011)]
public sealed class AliasedValue : IExtensibleDataObject
{
    public AliasedValue() { }
    public AliasedValue(string entityLogicalName, string attributeLogicalName, object value)
    {
        EntityLogicalName = entityLogicalName;
        AttributeLogicalName = attributeLogicalName;
        Value = value;
    }
    [DataMember] public string EntityLogicalName { get; private set; }
    [DataMember] public string AttributeLogicalName { get; private set; }
    [DataMember] public object Value { get; private set; }
    public ExtensionDataObject ExtensionData { get; set; }
}

[DataContract(Name = "EntityRole", Namespace = Ns.V2011)]
public enum EntityRole { [EnumMember] Referencing = 0, [EnumMember] Referenced = 1 }

[DataContract(Name = "EntityState", Namespace = Ns.V2011)]
public enum EntityState { [EnumMember] Unchanged = 0, [EnumMember] Created = 1, [EnumMember] Changed = 2 }

[DataContract(Name = "ConcurrencyBehavior", Namespace = Ns.V71)]
public enum ConcurrencyBehavior { [EnumMember] Default = 0, [EnumMember] IfRowVersionMatches = 1, [EnumMember] AlwaysOverwrite = 2 }

[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributeLogicalNameAttribute : Attribute
{
    public AttributeLogicalNameAttribute(string logicalName)
    {
        if (string.IsNullOrWhiteSpace(logicalName)) throw new ArgumentNullException(nameof(logicalName));
        LogicalName = logicalName;
    }
    public string LogicalName { get; }
}

[AttributeUsage(AttributeTargets.Property)]
public sealed class RelationshipSchemaNameAttribute : Attribute
{
    public RelationshipSchemaNameAttribute(string schemaName)
    {
        if (string.IsNullOrWhiteSpace(schemaName)) throw new ArgumentNullException(nameof(schemaName));
        SchemaName = schemaName;
    }
    public RelationshipSchemaNameAttribute(string schemaName, EntityRole primaryEntityRole) : this(schemaName) { PrimaryEntityRole = primaryEntityRole; }
    public string SchemaName { get; }
    public EntityRole? PrimaryEntityRole { get; }
}
