using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationRequest", Namespace = Ns.V2011)]
public class OrganizationRequest : IExtensibleDataObject
{
    private ParameterCollection parameters;

    public OrganizationRequest() { }
    public OrganizationRequest(string requestName) { RequestName = requestName; }

    [DataMember] public string RequestName { get; set; }
    [DataMember] public ParameterCollection Parameters { get => parameters ?? (parameters = new ParameterCollection()); set => parameters = value; }
    [DataMember] public Guid? RequestId { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
    public object this[string parameterName] { get => Parameters[parameterName]; set => Parameters[parameterName] = value; }

    internal T Get<T>(string name) => Parameters.TryGetValue(name, out object value) && value != null ? (T)value : default(T);
}

[DataContract(Name = "OrganizationResponse", Namespace = Ns.V2011)]
public class OrganizationResponse : IExtensibleDataObject
{
    private ParameterCollection results;

    public OrganizationResponse() { }

    [DataMember] public string ResponseName { get; set; }
    [DataMember] public ParameterCollection Results { get => results ?? (results = new ParameterCollection()); set => results = value; }
    public ExtensionDataObject ExtensionData { get; set; }
    public object this[string parameterName] { get => Results[parameterName]; set => Results[parameterName] = value; }

    internal T Get<T>(string name) => Results.TryGetValue(name, out object value) && value != null ? (T)value : default(T);
}

[Serializable]
[DataContract(Name = "BaseServiceFault", Namespace = Ns.V2011)]
public abstract class BaseServiceFault : IExtensibleDataObject
{
    [NonSerialized] private ExtensionDataObject extensionData;

    protected BaseServiceFault() { }
    [DataMember] public Guid ActivityId { get; set; }
    [DataMember] public int ErrorCode { get; set; }
    [DataMember] public ErrorDetailCollection ErrorDetails { get; set; } = new ErrorDetailCollection();
    [DataMember] public string HelpLink { get; set; }
    [DataMember] public string Message { get; set; }
    [DataMember] public DateTime Timestamp { get; set; }
    public ExtensionDataObject ExtensionData { get => extensionData; set => extensionData = value; }
}

[Serializable]
[DataContract(Name = "OrganizationServiceFault", Namespace = Ns.V2011)]
public class OrganizationServiceFault : BaseServiceFault
{
    public OrganizationServiceFault() { }
    [DataMember] public OrganizationServiceFault InnerFault { get; set; }
    [DataMember] public string TraceText { get; set; }
    public override string ToString() => base.ToString() + ": " + Message;
}

[DataContract(Name = "ExecuteMultipleSettings", Namespace = Ns.V2012)]
public sealed class ExecuteMultipleSettings : IExtensibleDataObject
{
    public ExecuteMultipleSettings() { }
    [DataMember] public bool ContinueOnError { get; set; }
    [DataMember] public bool ReturnResponses { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
}

[DataContract(Name = "ExecuteMultipleResponseItem", Namespace = Ns.V2012)]
public sealed class ExecuteMultipleResponseItem : IExtensibleDataObject
{
    public ExecuteMultipleResponseItem() { }
    [DataMember] public int RequestIndex { get; set; }
    [DataMember] public OrganizationResponse Response { get; set; }
    [DataMember] public OrganizationServiceFault Fault { get; set; }
    public ExtensionDataObject ExtensionData { get; set; }
}
