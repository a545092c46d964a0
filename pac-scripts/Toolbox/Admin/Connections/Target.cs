namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>The environment that a script works on. It is always named: what happens to be selected is a poor reason to change production.</summary>
/// <param name="Address">Its address, ending with a slash.</param>
public sealed record Target(Uri Address)
{
    /// <summary>The address as pac and people write it.</summary>
    public string Url => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>
    /// Reads the first name. It is no <c>--environment</c>, because 'dotnet' takes that one for itself before a script sees it.
    /// </summary>
    /// <exception cref="AdminException">It is not an address of an environment.</exception>
    public static Target Of(Arguments arguments)
    {
        var text = arguments.Name(0, "address of the environment");
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && IsAcceptable(address)
            ? new Target(new Uri(address.GetLeftPart(UriPartial.Authority) + "/"))
            : throw new AdminException(
                $"{text} is not the address of an environment.",
                "give the address that the browser shows when you use the app, as https://contoso.crm4.dynamics.com.");
    }

    /// <summary>True for a sandbox on this machine, which knows no sign-in.</summary>
    public bool IsLocal => Address is { IsLoopback: true, Scheme: "http" };

    private static bool IsAcceptable(Uri address) => address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" };
}
