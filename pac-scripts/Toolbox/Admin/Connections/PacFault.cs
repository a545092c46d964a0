namespace BuyerPath.Toolbox.Admin.Connections;

/// <summary>What pac and Dataverse say when something is wrong, and what helps.</summary>
internal static class PacFault
{
    private static readonly (string[] Said, string Remedy)[] Known =
    [
        (["MissingDependency", "missing dependencies"], "something that the solution builds on is not there, most often Dynamics 365 Sales: install it in the Power Platform admin center (Resources > Dynamics 365 apps), then run this again."),
        (["CustomizationLockException", "another [Import]"], "somebody else's import or publish is running: wait until 'Solutions > See history' shows its end, then run this again."),
        (["timeout", "timed out"], "it may still be running: see 'Solutions > See history'. Then run this again; what is done is not done twice. A longer wait: --wait MINUTES."),
        (["SecLib::AccessCheckEx", "prvImport"], "whoever acts lacks a privilege: give them the role System Administrator or System Customizer in this environment."),
        (["AADSTS7000222"], "the client secret has expired: make a new one in Microsoft Entra and set AZURE_CLIENT_SECRET."),
        (["No profiles were found"], "sign in with 'pac auth create --environment URL' (with --deviceCode where there is no browser), then run this again."),
        (["is being referenced by", "cannot be deleted because"], "something outside the solution still uses a part of it: the sentence above names it; take it out there, then run this again."),
    ];

    /// <summary>What helps against a fault that pac printed; null when it is not known.</summary>
    public static string? RemedyFor(string output) =>
        Known.FirstOrDefault(known => known.Said.Any(said => output.Contains(said, StringComparison.OrdinalIgnoreCase))).Remedy;
}
