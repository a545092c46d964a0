using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddField
{
    public static Addition Verb { get; } = new("field", "a column to the main form of its table, last in the section",
        """
        buy_Answer buy_note --section evidence [--locked]
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var field = new NewField(
            arguments.Name(0, "name of the table"),
            arguments.Text("--section", "main"),
            new FormField(arguments.Name(1, "name of the column").ToLowerInvariant()) { IsLocked = arguments.Flag("--locked") });
        arguments.RefuseOthers(nameCount: 2);

        field.AddTo(source);
    }
}
