using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sdk.Tests;

/// <summary>What the SDK types do. The same file runs on the contract and on the real assembly: it is what keeps the contract honest.</summary>
public class SdkFactsTests
{
    private static readonly Guid Id = new Guid("11111111-2222-3333-4444-555555555555");

    /// <summary>A rig that runs these facts on the real assembly sets DATAVERSE_SDK=microsoft, so that a wrong file cannot pass for it.</summary>
    [Fact]
    public void Runs_on_the_expected_sdk()
    {
        var sdk = typeof(Entity).Assembly;
        Assert.Equal("Microsoft.Xrm.Sdk, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35", sdk.FullName);
        bool ours = sdk.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false).Cast<System.Reflection.AssemblyMetadataAttribute>().Any(a => a.Key == "Origin");
        string expected = Environment.GetEnvironmentVariable("DATAVERSE_SDK") ?? (ours ? "contract" : "microsoft");
        Assert.Equal(expected, ours ? "contract" : "microsoft");
    }

    [Fact] public void Missing_attribute_by_indexer_throws() => Assert.Throws<KeyNotFoundException>(() => new Entity("a")["x"]);
    [Fact] public void Missing_attribute_by_GetAttributeValue_is_default() => Assert.Equal(0, new Entity("a").GetAttributeValue<int>("x"));
    [Fact] public void Null_attribute_of_a_value_type_is_default() => Assert.Equal(Guid.Empty, new Entity("a") { ["x"] = null }.GetAttributeValue<Guid>("x"));
    [Fact] public void Wrong_type_throws() => Assert.Throws<InvalidCastException>(() => new Entity("a") { ["x"] = 1 }.GetAttributeValue<string>("x"));
    [Fact] public void TryGetAttributeValue_of_a_null_attribute() => Assert.False(new Entity("a") { ["x"] = null }.TryGetAttributeValue<string>("x", out _));
    [Fact] public void TryGetAttributeValue_of_the_wrong_type()
    {
        Assert.False(new Entity("a") { ["x"] = 1 }.TryGetAttributeValue<string>("x", out _));
    }
    [Fact] public void Null_attribute_is_contained() => Assert.True(new Entity("a") { ["x"] = null }.Contains("x"));
    [Fact] public void Attributes_is_never_null() => Assert.Empty(new Entity().Attributes);
    [Fact] public void Attribute_names_are_case_sensitive() => Assert.False(new Entity("a") { ["x"] = 1 }.Contains("X"));
    [Fact] public void Adding_twice_throws() { var e = new Entity("a") { ["x"] = 1 }; Assert.Throws<ArgumentException>(() => e.Attributes.Add("x", 2)); }
    [Fact] public void Null_key_throws() => Assert.Throws<ArgumentNullException>(() => new Entity("a")[null!] = 1);
    [Fact] public void EntityState_is_null_at_first() => Assert.Null(new Entity("a").EntityState);
    [Fact] public void Id_does_not_set_the_key_attribute() => Assert.False(new Entity("account", Id).Contains("accountid"));
    [Fact] public void LogicalName_of_new_entity_is_null() => Assert.Null(new Entity().LogicalName);
    [Fact] public void Enumeration_keeps_the_order_of_insertion() => Assert.Equal("cab", string.Concat(new Entity("a") { ["c"] = 1, ["a"] = 1, ["b"] = 1 }.Attributes.Select(p => p.Key)));

    [Fact]
    public void ToEntity_shares_the_attributes()
    {
        var e = new Entity("account", Id) { ["name"] = "n" };
        Account a = e.ToEntity<Account>();
        Assert.False(e.Contains("accountid"));
        a.Name = "m";
        Assert.Equal("m", e["name"]);
        Assert.Equal(Id, a.Id);
    }

    [Fact]
    public void ToEntity_of_another_table_throws() => Assert.Throws<NotSupportedException>(() => new Entity("contact").ToEntity<Account>());

    [Fact]
    public void ToEntity_of_Entity_shares_the_attributes()
    {
        var e = new Entity("account", Id) { ["name"] = "n" };
        Entity copy = e.ToEntity<Entity>();
        Assert.NotSame(e, copy);
        copy["name"] = "m";
        Assert.Equal("m", e["name"]);
    }

    [Fact] public void ToEntityReference_has_no_name() => Assert.Null(new Entity("account", Id) { ["name"] = "n" }.ToEntityReference().Name);

    [Fact]
    public void ToEntityReference_drops_the_keys()
    {
        var r = new Entity("account", "code", "x").ToEntityReference();
        Assert.Empty(r.KeyAttributes);
        Assert.Equal(Guid.Empty, r.Id);
    }

    [Fact]
    public void EntityReference_equality()
    {
        Assert.Equal(new EntityReference("a", Id), new EntityReference("a", Id) { Name = "another" });
        Assert.NotEqual(new EntityReference("a", Id), new EntityReference("b", Id));
        Assert.Equal(new EntityReference("a", Id), new EntityReference("a", Id) { RowVersion = "7" });
        Assert.Equal(new EntityReference("a", Id).GetHashCode(), new EntityReference("a", Id).GetHashCode());
    }

    [Fact]
    public void Value_equality()
    {
        Assert.Equal(new OptionSetValue(1), new OptionSetValue(1));
        Assert.NotEqual(new OptionSetValue(1), new OptionSetValue(2));
        Assert.Equal(new Money(1.0m), new Money(1.00m));
        Assert.Equal(new Relationship("r"), new Relationship("r"));
        Assert.NotEqual(new Relationship("r"), new Relationship("r") { PrimaryEntityRole = EntityRole.Referenced });
        Assert.NotEqual(new OptionSetValueCollection { new OptionSetValue(1) } as object, new OptionSetValueCollection { new OptionSetValue(2) });
        Assert.Equal(1.GetHashCode(), new OptionSetValue(1).GetHashCode());
    }

    [Fact]
    public void Early_bound_round_trip()
    {
        var a = new Account { Name = "n", Category = AccountCategory.Preferred, AccountId = Id, CreditLimit = new Money(3) };
        Assert.Equal("account", a.LogicalName);
        Assert.Equal(Id, ((Entity)a).Id);
        Assert.Equal(Id, a["accountid"]);
        Assert.Equal(new OptionSetValue(1), a["accountcategorycode"]);
        Assert.Null(a.CategoryLabel);
        a.FormattedValues["accountcategorycode"] = "Preferred";
        Assert.Equal("Preferred", a.CategoryLabel);
        Assert.Null(a.Children);
        a.Children = new[] { new Account(Guid.NewGuid()) };
        Assert.Single(a.Children!);
        Assert.Equal(new Relationship("account_parent_account") { PrimaryEntityRole = EntityRole.Referenced }, a.RelatedEntities.Keys.Single());
    }

    [Fact]
    public void Requests_name_themselves()
    {
        Assert.Equal("Create", new CreateRequest().RequestName);
        Assert.Equal("ExecuteMultiple", new ExecuteMultipleRequest().RequestName);
        Assert.Equal("CreateMultiple", new CreateMultipleRequest().RequestName);
        Assert.Equal("RetrieveMultiple", new RetrieveMultipleRequest().RequestName);
        Assert.Equal("Update", new UpdateRequest().RequestName);
    }

    [Fact] public void A_new_CreateRequest_has_a_null_target() => Assert.True(new CreateRequest().Parameters.Contains("Target"));
    [Fact] public void A_new_UpdateRequest_parameters() => Assert.Equal("Target", string.Join(",", new UpdateRequest().Parameters.Keys));
    [Fact] public void A_new_ExecuteMultipleRequest_parameters() => Assert.Equal("Requests,Settings", string.Join(",", new ExecuteMultipleRequest().Parameters.Keys.OrderBy(k => k)));
    [Fact] public void A_new_response_reads_defaults() => Assert.Equal(Guid.Empty, new CreateResponse().id);
    [Fact] public void A_new_response_name() => Assert.Null(new CreateResponse().ResponseName);
    [Fact] public void A_new_ExecuteMultipleResponse_is_not_faulted() => Assert.False(new ExecuteMultipleResponse().IsFaulted);
    [Fact] public void A_new_ExecuteMultipleResponse_has_no_items() => Assert.Null(new ExecuteMultipleResponse().Responses);

    [Fact]
    public void Query_defaults()
    {
        var q = new QueryExpression("a");
        Assert.NotNull(q.Criteria);
        Assert.NotNull(q.PageInfo);
        Assert.NotNull(q.ColumnSet);
        Assert.False(q.ColumnSet.AllColumns);
        Assert.Null(q.TopCount);
        Assert.Equal(0, q.PageInfo.PageNumber);
        Assert.Empty(q.Orders);
        Assert.Empty(q.LinkEntities);
        Assert.Equal(LogicalOperator.And, q.Criteria.FilterOperator);
    }

    [Fact] public void QueryByAttribute_defaults() { var q = new QueryByAttribute("a"); Assert.Null(q.ColumnSet); Assert.Null(q.PageInfo); }
    [Fact] public void LinkEntity_defaults() { var l = new LinkEntity(); Assert.NotNull(l.Columns); Assert.NotNull(l.LinkCriteria); Assert.Equal(JoinOperator.Inner, l.JoinOperator); }
    [Fact] public void AddLink_of_a_link_keeps_the_first_entity_name() => Assert.Equal("a", new QueryExpression("a").AddLink("b", "x", "y").AddLink("c", "u", "v").LinkFromEntityName);
    [Fact] public void Condition_with_no_value() => Assert.Empty(new ConditionExpression("x", ConditionOperator.Null).Values);
    [Fact] public void Condition_with_a_null_value() => Assert.Null(Assert.Single(new ConditionExpression("x", ConditionOperator.Equal, (object?)null).Values));
    [Fact] public void Condition_with_a_list_of_ints() => Assert.Equal(new object[] { 1, 2 }, new ConditionExpression("x", ConditionOperator.In, new[] { 1, 2 }).Values);
    [Fact] public void Condition_with_a_list_of_strings() => Assert.Equal(new object[] { "a", "b" }, new ConditionExpression("x", ConditionOperator.In, new[] { "a", "b" }).Values);
    [Fact] public void AddCondition_with_an_int_array() { var f = new FilterExpression(); f.AddCondition("x", ConditionOperator.In, new[] { 1, 2 }); Assert.IsType<int[]>(Assert.Single(f.Conditions[0].Values)); }
    [Fact] public void AddCondition_true_as_first_value_means_compare_columns() { var f = new FilterExpression(); f.AddCondition("x", ConditionOperator.Equal, true, "y"); Assert.True(f.Conditions[0].CompareColumns); Assert.Single(f.Conditions[0].Values); }
    [Fact] public void AddCondition_keeps_the_entity_name() { var f = new FilterExpression(); f.AddCondition("e", "x", ConditionOperator.Equal, 1); Assert.Equal("e", f.Conditions[0].EntityName); }

    [Fact]
    public void Exceptions()
    {
        Assert.Equal(OperationStatus.Failed, new InvalidPluginExecutionException("x").Status);
        Assert.Equal(PluginHttpStatusCode.NotSet, new InvalidPluginExecutionException("x").HttpStatus);
        Assert.Equal(unchecked((int)0x80131500), new InvalidPluginExecutionException("x").ErrorCode);
        Assert.Equal(unchecked((int)0x80131500), new InvalidPluginExecutionException("x").HResult);
        Assert.Equal(7, new InvalidPluginExecutionException(OperationStatus.Canceled, 7, "x").HResult);
        Assert.Equal(7, new InvalidPluginExecutionException(OperationStatus.Canceled, 7, "x").ErrorCode);
    }

    [Fact] public void A_default_exception_has_the_usual_message() => Assert.Contains("InvalidPluginExecutionException", new InvalidPluginExecutionException().Message);
    [Fact] public void Fault_details_are_not_null() => Assert.NotNull(new OrganizationServiceFault().ErrorDetails);

    [Fact]
    public void Parameters_typed_read()
    {
        var p = new ParameterCollection { ["x"] = 1 };
        Assert.True(p.TryGetValue("x", out int x));
        Assert.Equal(1, x);
        p.AddOrUpdateIfNotNull("y", null!);
        Assert.False(p.Contains("y"));
    }

    [Fact]
    public void Data_contract_xml()
    {
        var e = new Entity("account", Id) { ["name"] = "n", ["money"] = new Money(1) };
        var w = new StringWriter();
        using (var x = XmlWriter.Create(w, new XmlWriterSettings { OmitXmlDeclaration = true }))
            new DataContractSerializer(typeof(Entity), new[] { typeof(Money) }).WriteObject(x, e);
        string xml = w.ToString();
        Assert.Contains("<Attributes", xml);
        Assert.Contains("http://schemas.microsoft.com/xrm/2011/Contracts", xml);
        using (var r = XmlReader.Create(new StringReader(xml)))
        {
            var back = (Entity)new DataContractSerializer(typeof(Entity), new[] { typeof(Money) }).ReadObject(r)!;
            Assert.Equal("n", back["name"]);
            Assert.Equal(new Money(1), back["money"]);
            Assert.Equal(Id, back.Id);
        }
    }

    [Fact]
    public void Data_contract_xml_exact()
    {
        var w = new StringWriter();
        using (var x = XmlWriter.Create(w, new XmlWriterSettings { OmitXmlDeclaration = true }))
            new DataContractSerializer(typeof(Entity)).WriteObject(x, new Entity("account", Id) { ["name"] = "n" });
        Assert.Equal("<Entity xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"http://schemas.microsoft.com/xrm/2011/Contracts\"><Attributes xmlns:d2p1=\"http://schemas.datacontract.org/2004/07/System.Collections.Generic\"><KeyValuePairOfstringanyType><d2p1:key>name</d2p1:key><d2p1:value xmlns:d4p1=\"http://www.w3.org/2001/XMLSchema\" i:type=\"d4p1:string\">n</d2p1:value></KeyValuePairOfstringanyType></Attributes><EntityState i:nil=\"true\" /><FormattedValues xmlns:d2p1=\"http://schemas.datacontract.org/2004/07/System.Collections.Generic\" /><Id>11111111-2222-3333-4444-555555555555</Id><KeyAttributes xmlns:d2p1=\"http://schemas.microsoft.com/xrm/7.1/Contracts\" xmlns:d2p2=\"http://schemas.datacontract.org/2004/07/System.Collections.Generic\" /><LogicalName>account</LogicalName><RelatedEntities xmlns:d2p1=\"http://schemas.datacontract.org/2004/07/System.Collections.Generic\" /><RowVersion i:nil=\"true\" /></Entity>", w.ToString());
    }
}
