namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>
/// An application that signs in instead of a person. It comes from environment variables and never from the command line, where the
/// list of processes and the history of the shell would show its secret.
/// </summary>
/// <param name="Tenant">Id of the tenant.</param>
/// <param name="Application">Id of the application.</param>
/// <param name="Secret">Its client secret.</param>
public sealed record ServicePrincipal(string Tenant, string Application, string Secret)
{
    /// <summary>The names that Azure's own tools read.</summary>
    private const string TenantName = "AZURE_TENANT_ID", ApplicationName = "AZURE_CLIENT_ID", SecretName = "AZURE_CLIENT_SECRET";

    /// <summary>The one that the environment variables describe; null when there is no secret.</summary>
    /// <param name="variable">Value of an environment variable; null when it is not set.</param>
    /// <exception cref="AdminException">Only a part is set.</exception>
    public static ServicePrincipal? From(Func<string, string?> variable)
    {
        // Without a secret the others say nothing: a federated sign-in of Azure CLI sets them, too.
        if (variable(SecretName) is not { Length: > 0 } secret) return null;

        return variable(TenantName) is { Length: > 0 } tenant && variable(ApplicationName) is { Length: > 0 } application
            ? new ServicePrincipal(tenant, application, secret)
            : throw new AdminException($"{SecretName} is set, but not both {TenantName} and {ApplicationName}.", "set all three, or none to act as yourself.");
    }

    /// <summary>Without the secret, so that no message ever shows it.</summary>
    public override string ToString() => $"application {Application} of tenant {Tenant}";
}
