using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace BuyerPath.Sandbox.Tests.WebApi;

/// <summary>Reads answers as a client of Microsoft's OData library does, by the metadata that the server itself gives.</summary>
internal sealed class ODataPayload(byte[] metadata)
{
    public IEdmModel Model { get; } = CsdlReader.Parse(XmlReader.Create(new MemoryStream(metadata)));

    /// <summary>Reads the answer to its end; the reader throws at anything that is not OData, or not as the metadata says.</summary>
    public void RequireReadable(Answer answer)
    {
        using var reader = new ODataMessageReader((IODataResponseMessage)new Message(answer), new ODataMessageReaderSettings
        {
            BaseUri = new Uri("http://localhost/api/data/v9.2/"),
            EnableMessageStreamDisposal = true,
            // FetchXML answers hold columns of other tables and aggregates, which no metadata declares.
            Validations = ValidationKinds.All & ~ValidationKinds.ThrowOnUndeclaredPropertyForNonOpenType,
        }, Model);

        var kind = reader.DetectPayloadKind().First().PayloadKind;
        switch (kind)
        {
            case ODataPayloadKind.ResourceSet: Read(reader.CreateODataResourceSetReader()); break;
            case ODataPayloadKind.Resource: Read(reader.CreateODataResourceReader()); break;
            case ODataPayloadKind.Property or ODataPayloadKind.IndividualProperty: Assert.NotNull(reader.ReadProperty()); break;
            case ODataPayloadKind.ServiceDocument: Assert.NotNull(reader.ReadServiceDocument()); break;
            case ODataPayloadKind.EntityReferenceLink: Assert.NotNull(reader.ReadEntityReferenceLink()); break;
            case ODataPayloadKind.Error: Assert.NotNull(reader.ReadError()); break;
            default: Assert.Fail($"{kind} is not expected: {answer.Text}"); break;
        }
    }

    private static void Read(ODataReader reader)
    {
        while (reader.Read())
        {
        }
        Assert.Equal(ODataReaderState.Completed, reader.State);
    }

    private sealed class Message(Answer answer) : IODataResponseMessage
    {
        public IEnumerable<KeyValuePair<string, string>> Headers => [new("Content-Type", GetHeader("Content-Type")), new("OData-Version", GetHeader("OData-Version"))];

        public int StatusCode { get => (int)answer.Status; set => throw new InvalidOperationException("An answer is read-only."); }

        public string GetHeader(string headerName) => headerName switch
        {
            "Content-Type" => answer.ContentType!.ToString(),
            "OData-Version" => answer.Header("OData-Version"),
            "Preference-Applied" => "odata.include-annotations=\"*\"",
            _ => null!,
        };

        public void SetHeader(string headerName, string headerValue) => throw new InvalidOperationException("An answer is read-only.");

        public Stream GetStream() => new MemoryStream(answer.Bytes);
    }
}
