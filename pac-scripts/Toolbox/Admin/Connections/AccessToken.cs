using System.Text.Json;

namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>
/// The right to use the Web API. pac gives its token to nobody, so it comes from where administrators have one: a service principal's
/// secret, or Azure CLI, which also serves federated sign-ins of pipelines.
/// </summary>
public static class AccessToken
{
    private const string PublicAuthority = "https://login.microsoftonline.com";

    /// <summary>The token for an environment; null for a sandbox on this machine, which asks for none.</summary>
    /// <param name="session">The environment, and who acts.</param>
    /// <param name="login">Reaches Microsoft Entra.</param>
    /// <exception cref="AdminException">Nobody is signed in.</exception>
    public static string? For(Session session, HttpClient login)
    {
        if (session.Target.IsLocal) return null;

        return session.Principal is { } principal ? OfPrincipal(principal, session.Target, login) : OfAzureCli(session.Target);
    }

    private static string OfPrincipal(ServicePrincipal principal, Target target, HttpClient login)
    {
        // National clouds sign in elsewhere; Azure's tools read the same variable.
        var authority = Environment.GetEnvironmentVariable("AZURE_AUTHORITY_HOST") is { Length: > 0 } host ? host.TrimEnd('/') : PublicAuthority;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{authority}/{principal.Tenant}/oauth2/v2.0/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = principal.Application,
                ["client_secret"] = principal.Secret,
                ["scope"] = $"{target.Url}/.default",
            }),
        };
        using var response = Sent(login, request);
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        return response.IsSuccessStatusCode
            ? answer.RootElement.GetProperty("access_token").GetString()!
            : throw new AdminException(
                $"Microsoft Entra refused the {principal}: {answer.RootElement.GetProperty("error_description").GetString()}",
                "see the secret and its end in Microsoft Entra (App registrations > Certificates & secrets), and whether the application is an application user of the environment.");
    }

    private static HttpResponseMessage Sent(HttpClient login, HttpRequestMessage request)
    {
        try
        {
            return login.Send(request);
        }
        catch (HttpRequestException unreachable)
        {
            throw new AdminException($"{request.RequestUri!.Host} cannot be reached: {unreachable.Message}", "see the network, its proxy and its firewall.");
        }
    }

    private static string OfAzureCli(Target target)
    {
        const string HowToSignIn = "install Azure CLI and sign in with 'az login' ('--allow-no-subscriptions' where you have none), or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.";
        if (!Run.IsInstalled("az")) throw new AdminException("Rows are read and written as you, and Azure CLI, which knows you, is not installed.", HowToSignIn);

        var (exitCode, output) = Run.Quietly(Repository.Root, "az", "account", "get-access-token", "--resource", target.Url, "--query", "accessToken", "--output", "tsv");
        return exitCode == 0 ? output.Trim() : throw new AdminException($"Azure CLI gave no token for {target.Url}: {output.Trim()}", HowToSignIn);
    }
}
