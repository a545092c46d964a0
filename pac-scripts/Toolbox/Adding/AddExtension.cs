using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddExtension
{
    public static Addition Verb { get; } = new("extension", "the shell of a standard table, to hold our columns, forms and views of it",
        """
        Lead --en "Lead" --fi "Liidi"
        [--solution "msdynce_LeadManagement (9.0.4.0066)" --app "msdynce_SalesAnchor (9.0.23074.10006)"]   what must be installed before
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var extension = new NewExtension(arguments.Name(0, "name of the table"), arguments.Wording())
        {
            From = arguments.Find("--solution") is { } solution ? (solution, arguments.Text("--app", "msdynce_SalesAnchor (9.0.23074.10006)")) : null,
        };
        arguments.RefuseOthers(nameCount: 1);

        extension.AddTo(source);
    }
}
