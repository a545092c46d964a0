using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddList
{
    public static Addition Verb { get; } = new("list", "a list of related rows to the main form of a table, last in the tab",
        """
        Opportunity answers --tab evidence --of buy_Answer --relationship buy_opportunity_answer
        --height 10 --en "Answers" --fi "Vastaukset"                height in rows
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var list = new NewSection(
            arguments.Name(0, "name of the table"),
            arguments.Text("--tab", "evidence"),
            new SubgridSection(
                arguments.Name(1, "name of the list"),
                arguments.Wording(),
                arguments.Text("--of", "buy_Answer"),
                arguments.Text("--relationship", "buy_opportunity_answer"),
                arguments.WholeNumber("--height", 2, 50)));
        arguments.RefuseOthers(nameCount: 2);

        list.AddTo(source);
    }
}
