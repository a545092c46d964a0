// Looks whether BuyerPath works in an environment: every component is there, and one opportunity goes from its first answer to its
// outcome and away again. README.md says how to call it.
using BuyerPath.Live;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Admin;
using BuyerPath.Toolbox.Admin.Connections;
using BuyerPath.Toolbox.Admin.Doctor;
using Microsoft.PowerPlatform.Dataverse.Client;

const string ConnectionString = "DATAVERSE_CONNECTION";

return Script.Run(() =>
{
    using var client = Connected(args);
    if (!client.IsReady)
        throw new AdminException($"Dataverse refused the connection: {client.LastError}", "see the address, and who signs in: README.md beside this program.");

    var target = new Target(new Uri(client.ConnectedOrgUriActual.GetLeftPart(UriPartial.Authority) + "/"));
    Console.WriteLine($"Connected to {target.Url}.");
    using var connection = Connection.Over(new HttpClientHandler(), target, client.CurrentAccessToken);
    EnvironmentExamination.Perform(new Examined(connection, Shipped.Here, DateTimeOffset.UtcNow), Desk.Console);
    ThrowAwayDeal.Play(client, Console.WriteLine);
});

static ServiceClient Connected(string[] args)
{
    if (Environment.GetEnvironmentVariable(ConnectionString) is { Length: > 0 } text && args is []) return new ServiceClient(text);
    if (args is not [_])
        throw new AdminException("There is no connection.", $"give the address of the environment, as https://contoso.crm4.dynamics.com, or a connection string in the environment variable {ConnectionString}.");

    // As the scripts sign in: a service principal from environment variables, else whoever is signed in to Azure CLI.
    var session = Session.Of(new Arguments(args), Desk.Console);
    return new ServiceClient(session.Target.Address, _ =>
    {
        using var login = new HttpClient();
        return Task.FromResult(AccessToken.For(session, login)!);
    });
}
