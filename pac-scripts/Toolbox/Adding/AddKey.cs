using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddKey
{
    public static Addition Verb { get; } = new("key", "an alternate key: these values together occur once",
        """
        buy_Answer buy_AnswerPerQuestion buy_opportunityid buy_questionid --en "..." --fi "..."
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var key = new NewKey(arguments.Name(0, "name of the table"), arguments.Name(1, "name of the key"), arguments.Wording(), arguments.NamesFrom(2, "first column of the key"));
        arguments.RefuseOthers(nameCount: 2 + key.Columns.Count);

        key.AddTo(source);
    }
}
