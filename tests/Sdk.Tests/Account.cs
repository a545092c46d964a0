// Shaped like the output of 'pac modelbuilder build'.
using System.ComponentModel;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

[assembly: ProxyTypesAssembly]

namespace BuyerPath.Sdk.Tests;

[DataContract]
public enum AccountCategory
{
    [EnumMember] Preferred = 1,
    [EnumMember] Standard = 2,
}

[DataContract]
[EntityLogicalName("account")]
public partial class Account : Entity, INotifyPropertyChanging, INotifyPropertyChanged
{
    public const string EntityLogicalName = "account";

    public Account() : base(EntityLogicalName) { }
    public Account(Guid id) : base(EntityLogicalName, id) { }
    public Account(string keyName, object keyValue) : base(EntityLogicalName, keyName, keyValue) { }

    public event PropertyChangedEventHandler? PropertyChanged;
    public event PropertyChangingEventHandler? PropertyChanging;

    private void OnPropertyChanged(string name) => PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));
    private void OnPropertyChanging(string name) => PropertyChanging?.Invoke(this, new PropertyChangingEventArgs(name));

    [AttributeLogicalName("accountid")]
    public Guid? AccountId
    {
        get => GetAttributeValue<Guid?>("accountid");
        set { SetAttributeValue("accountid", value); base.Id = value ?? Guid.Empty; }
    }

    [AttributeLogicalName("accountid")]
    public override Guid Id
    {
        get => base.Id;
        set => AccountId = value;
    }

    [AttributeLogicalName("name")]
    public string? Name
    {
        get => GetAttributeValue<string>("name");
        set { OnPropertyChanging(nameof(Name)); SetAttributeValue("name", value); OnPropertyChanged(nameof(Name)); }
    }

    [AttributeLogicalName("creditlimit")]
    public Money? CreditLimit
    {
        get => GetAttributeValue<Money>("creditlimit");
        set => SetAttributeValue("creditlimit", value);
    }

    [AttributeLogicalName("accountcategorycode")]
    public AccountCategory? Category
    {
        get => GetAttributeValue<OptionSetValue>("accountcategorycode") is { } v ? (AccountCategory)v.Value : null;
        set => SetAttributeValue("accountcategorycode", value is { } v ? new OptionSetValue((int)v) : null);
    }

    public string? CategoryLabel => GetFormattedAttributeValue("accountcategorycode");

    [AttributeLogicalName("primarycontactid")]
    public EntityReference? PrimaryContactId
    {
        get => GetAttributeValue<EntityReference>("primarycontactid");
        set => SetAttributeValue("primarycontactid", value);
    }

    [RelationshipSchemaName("account_parent_account", EntityRole.Referenced)]
    public IEnumerable<Account>? Children
    {
        get => GetRelatedEntities<Account>("account_parent_account", EntityRole.Referenced);
        set => SetRelatedEntities("account_parent_account", EntityRole.Referenced, value!);
    }
}
