using System.Text;
using System.Xml;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using Microsoft.OData.Edm.Csdl;

namespace BuyerPath.Sandbox.Host.WebApi.Answers;

/// <summary>Answers for the service document and <c>$metadata</c>.</summary>
internal static class DocumentAnswers
{
    public static Task ServiceDocumentAsync(Exchange exchange)
    {
        RequireGet(exchange);
        return exchange.WriteAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{exchange.Root}$metadata");
            json.WriteStartArray("value");
            foreach (var set in exchange.Metadata.Edm.EntityContainer.Elements.OfType<Microsoft.OData.Edm.IEdmEntitySet>())
            {
                json.WriteStartObject();
                json.WriteString("name", set.Name);
                json.WriteString("kind", "EntitySet");
                json.WriteString("url", set.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    public static async Task MetadataAsync(Exchange exchange)
    {
        RequireGet(exchange);
        var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(exchange.Metadata.Edm, xml, CsdlTarget.OData, out var errors))
                throw new InvalidOperationException($"The metadata cannot be written: {string.Join("; ", errors)}");
        }
        exchange.Response.ContentType = "application/xml; charset=utf-8";
        await exchange.Response.Body.WriteAsync(buffer.ToArray());
    }

    private static void RequireGet(Exchange exchange)
    {
        if (exchange.Request.Method != "GET") throw exchange.WrongMethod("this address");
        QueryOptions.Require(exchange.Request);
    }
}
