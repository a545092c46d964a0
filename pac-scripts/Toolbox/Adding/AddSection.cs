using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddSection
{
    public static Addition Verb { get; } = new("section", "a section of fields to the main form of a table, last in the tab; :locked after a column that people only read",
        """
        Opportunity outcome buy_outcome buy_outcomestageid:locked --tab journey --en "Outcome" --fi "Lopputulos"
        [--beside 3]                              fields beside each other, 1 to 4; without it 1
        """,
        Run);

    private const string Locked = ":locked";

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var fields = arguments.NamesFrom(2, "first column of the section").Select(Field).ToList();
        var section = new NewSection(
            arguments.Name(0, "name of the table"),
            arguments.Text("--tab", "journey"),
            new FieldSection(arguments.Name(1, "name of the section"), arguments.Wording(), fields)
            {
                Beside = arguments.WholeNumber("--beside", 1, 4, byDefault: 1),
            });
        arguments.RefuseOthers(nameCount: 2 + fields.Count);

        section.AddTo(source);
    }

    private static FormField Field(string text)
    {
        var isLocked = text.EndsWith(Locked, StringComparison.Ordinal);
        return new FormField((isLocked ? text[..^Locked.Length] : text).ToLowerInvariant()) { IsLocked = isLocked };
    }
}
