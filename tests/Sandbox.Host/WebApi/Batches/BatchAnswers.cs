using System.Text;
using BuyerPath.Sandbox.Host.WebApi.Addresses;
using BuyerPath.Sandbox.Host.WebApi.Answers;
using BuyerPath.Sandbox.Host.WebApi.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace BuyerPath.Sandbox.Host.WebApi.Batches;

/// <summary>
/// Answers for <c>$batch</c>: every request as if it had come alone, those of a change set in one transaction. After an error
/// nothing more is done, unless the caller prefers <c>odata.continue-on-error</c>.
/// </summary>
internal sealed class BatchAnswers(Organization organization, WebApiEndpoint endpoint, string version)
{
    /// <summary>The address of batches.</summary>
    public const string Address = "$batch";

    private const string ContentIdHeader = "Content-ID";

    public async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Method != "POST") throw Refusal.Method(http.Request.Method, Address);
        QueryOptions.Require(http.Request);
        var root = WebApiEndpoint.RootOf(http.Request, version);
        var continues = Preferences.Of(http.Request).ContinueOnError;

        var answer = new MultipartWriter("batchresponse");
        var status = StatusCodes.Status200OK;
        foreach (var item in await BatchReader.ReadAsync(http.Request))
        {
            var failed = item.IsChangeSet ? AnswerTogether(http, root, item.Parts, answer) : await AnswerAloneAsync(http, root, item.Parts.Single(), answer);
            if (failed is null || continues) continue;
            status = failed.Value;
            break;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = answer.ContentType;
        await http.Response.Body.WriteAsync(answer.ToBytes(), http.RequestAborted);
    }

    /// <summary>The status of the request when it failed, else null.</summary>
    private async Task<int?> AnswerAloneAsync(HttpContext http, Uri root, BatchPart part, MultipartWriter answer)
    {
        var context = part.ToContext(http, root, ContentIds.None);
        await endpoint.AnswerOneAsync(context, version, user => organization.ServiceFor(user), ContentIds.None);
        answer.Add(context.Response, part.ContentId);
        return FailureOf(context);
    }

    /// <summary>The status of the request that made the change set fail, else null.</summary>
    private int? AnswerTogether(HttpContext http, Uri root, IReadOnlyList<BatchPart> parts, MultipartWriter answer)
    {
        HttpContext? failed = null;
        try
        {
            organization.InTransaction(services =>
            {
                var changes = new MultipartWriter("changesetresponse");
                var contentIds = new ContentIds();
                foreach (var part in parts)
                {
                    var context = part.ToContext(http, root, contentIds);
                    // Body and answer are in memory, so nothing waits; and a transaction must stay on its thread.
                    endpoint.AnswerOneAsync(context, version, services, contentIds).GetAwaiter().GetResult();
                    if (FailureOf(context) is not null) throw new ChangeSetFailedException(failed = context);
                    changes.Add(context.Response, part.ContentId);
                    if (part.ContentId is { } id && context.Response.Headers[RowAnswers.EntityIdHeader] is [{ } address]) contentIds.Add(id, address);
                }
                return changes;
            }).AddTo(answer);
            return null;
        }
        catch (Exception exception) when (failed is not null && exception is ChangeSetFailedException or NotSupportedException)
        {
            answer.Add(failed!.Response, contentId: null);
            return FailureOf(failed);
        }
    }

    private static int? FailureOf(HttpContext context) => context.Response.StatusCode >= StatusCodes.Status400BadRequest ? context.Response.StatusCode : null;

    /// <summary>Ends the transaction of a change set; the answer of the request that failed says why.</summary>
    private sealed class ChangeSetFailedException(HttpContext failed) : Exception($"{failed.Request.Method} {failed.Request.Path} failed.");
}
