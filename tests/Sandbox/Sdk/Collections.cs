using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[Serializable]
public class DataCollection<T> : Collection<T>
{
    // Internal, as in the SDK: only its own collections derive from this one or create it.
    internal DataCollection() { }
    internal DataCollection(IList<T> list) { AddRange(list); }

    public void AddRange(params T[] items)
    {
        if (items == null) return;
        foreach (T item in items) Add(item);
    }

    public void AddRange(IEnumerable<T> items)
    {
        if (items == null) return;
        foreach (T item in items) Add(item);
    }

    public T[] ToArray()
    {
        var copy = new T[Count];
        CopyTo(copy, 0);
        return copy;
    }
}

[Serializable]
public abstract class DataCollection<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
{
    private readonly IDictionary<TKey, TValue> items;

    protected DataCollection() { items = new Dictionary<TKey, TValue>(); }
    protected internal DataCollection(IDictionary<TKey, TValue> collection) { items = collection; }

    public int Count => items.Count;
    public virtual bool IsReadOnly => items.IsReadOnly;
    public ICollection<TKey> Keys => items.Keys;
    public ICollection<TValue> Values => items.Values;

    public virtual TValue this[TKey key]
    {
        get => items[key];
        set => items[key] = value;
    }

    public void Add(KeyValuePair<TKey, TValue> item) => items.Add(item);
    public void Add(TKey key, TValue value) => items.Add(key, value);

    public void AddRange(params KeyValuePair<TKey, TValue>[] items)
        => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        if (items == null) return;
        foreach (KeyValuePair<TKey, TValue> item in items) this.items.Add(item);
    }

    public void Clear() => items.Clear();
    public bool Contains(TKey key) => items.ContainsKey(key);
    public bool Contains(KeyValuePair<TKey, TValue> key) => items.Contains(key);
    public bool ContainsKey(TKey key) => items.ContainsKey(key);
    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public bool Remove(TKey key) => items.Remove(key);
    public bool Remove(KeyValuePair<TKey, TValue> item) => items.Remove(item);
    public bool TryGetValue(TKey key, out TValue value) => items.TryGetValue(key, out value);
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

[CollectionDataContract(Name = "AttributeCollection", Namespace = Ns.V2011)]
public sealed class AttributeCollection : DataCollection<string, object>
{
    public AttributeCollection() { }
}

[CollectionDataContract(Name = "FormattedValueCollection", Namespace = Ns.V2011)]
public sealed class FormattedValueCollection : DataCollection<string, string>
{
    public FormattedValueCollection() { }
}

[CollectionDataContract(Name = "ParameterCollection", Namespace = Ns.V2011)]
public class ParameterCollection : DataCollection<string, object>
{
    public ParameterCollection() { }
    protected internal ParameterCollection(IDictionary<string, object> collection) : base(collection) { }

    public void AddOrUpdateIfNotNull(string key, object obj)
    {
        if (obj != null) this[key] = obj;
    }

    public bool TryGetValue<T>(string key, out T value)
    {
        if (base.TryGetValue(key, out object found) && found is T typed) // base: else this generic method calls itself
        {
            value = typed;
            return true;
        }
        value = default(T);
        return false;
    }
}

[Serializable]
[CollectionDataContract(Name = "KeyAttributeCollection", Namespace = Ns.V71)]
public sealed class KeyAttributeCollection : DataCollection<string, object>
{
    public KeyAttributeCollection() { }
}

[CollectionDataContract(Name = "EntityImageCollection", Namespace = Ns.V2011)]
public class EntityImageCollection : DataCollection<string, Entity>
{
    public EntityImageCollection() { }
    protected internal EntityImageCollection(IDictionary<string, Entity> collection) : base(collection) { }
}

[CollectionDataContract(Name = "RelatedEntityCollection", Namespace = Ns.V2011)]
public sealed class RelatedEntityCollection : DataCollection<Relationship, EntityCollection>
{
    public RelatedEntityCollection() { }
    public override bool IsReadOnly => base.IsReadOnly;
}

[Serializable]
[CollectionDataContract(Name = "ErrorDetailCollection", Namespace = Ns.V2011)]
public sealed class ErrorDetailCollection : DataCollection<string, object>
{
    public ErrorDetailCollection() { }
}

[CollectionDataContract(Name = "EntityReferenceCollection", Namespace = Ns.V2011)]
public sealed class EntityReferenceCollection : DataCollection<EntityReference>
{
    public EntityReferenceCollection() { }
    public EntityReferenceCollection(IList<EntityReference> list) : base(list) { }
}

[CollectionDataContract(Name = "OptionSetValueCollection", Namespace = Ns.V9)]
public sealed class OptionSetValueCollection : DataCollection<OptionSetValue>
{
    public OptionSetValueCollection() { }
    public OptionSetValueCollection(IList<OptionSetValue> list) : base(list) { }
}

[CollectionDataContract(Name = "OrganizationRequestCollection", Namespace = Ns.V2012)]
public sealed class OrganizationRequestCollection : DataCollection<OrganizationRequest>
{
    public OrganizationRequestCollection() { }
}

[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = Ns.V2012)]
public sealed class ExecuteMultipleResponseItemCollection : DataCollection<ExecuteMultipleResponseItem>
{
    public ExecuteMultipleResponseItemCollection() { }
}

internal static class Ns
{
    public const string V2011 = "http://schemas.microsoft.com/xrm/2011/Contracts";
    public const string V2012 = "http://schemas.microsoft.com/xrm/2012/Contracts";
    public const string V71 = "http://schemas.microsoft.com/xrm/7.1/Contracts";
    public const string V9 = "http://schemas.microsoft.com/xrm/9.0/Contracts";
}
