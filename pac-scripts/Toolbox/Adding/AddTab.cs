using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddTab
{
    public static Addition Verb { get; } = new("tab", "an empty tab to the main form of a table; section and list fill it",
        """
        Opportunity plan --after evidence --en "Plan" --fi "Suunnitelma"
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var tab = new NewTab(
            arguments.Name(0, "name of the table"),
            arguments.Text("--after", "evidence"),
            new FormTab(arguments.Name(1, "name of the tab"), arguments.Wording(), [[]]));
        arguments.RefuseOthers(nameCount: 2);

        tab.AddTo(source);
    }
}
