namespace BuyerPath.Toolbox.Admin;

/// <summary>The frame of every script for administrators.</summary>
public static class AdminScript
{
    /// <summary>What every usage ends with.</summary>
    public const string Common = """
          URL                  the environment, as https://contoso.crm4.dynamics.com
          --profile NAME       selects this authentication profile of pac first; it stays selected
          --yes                does not ask

        Who acts: pac acts by its selected profile ('pac auth list'). Rows are read and written as you (Azure CLI, 'az login').
        Both act as a service principal instead where AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET are set.
        """;

    /// <summary>Prints the usage when asked for help, otherwise does what was typed; gives the exit code, 0 only when all is well.</summary>
    public static int Run(string[] typed, string usage, Action<Arguments> verb) => Script.Run(() =>
    {
        if (typed is [] or ["help"] or ["--help"]) // dotnet keeps a bare --help for itself; after -- it comes here
        {
            Console.WriteLine($"{usage}{Environment.NewLine}{Common}");
            return;
        }
        verb(new Arguments(typed));
    });
}
