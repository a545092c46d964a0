using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddChoice
{
    public static Addition Verb { get; } = new("choice", "a global choice; the first option gets the publisher's first value",
        """
        buy_verdict --en "Verdict" --fi "Arvio" --describe-en "..." --describe-fi "..."
        --option "Pursue|Tavoittele" --option "Decline|Kieltäydy" ...
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var choice = new NewChoice(arguments.Name(0, "name of the choice"), arguments.Wording(), arguments.Wording("describe-"),
            [.. arguments.All("--option").Select(Option)]);
        arguments.RefuseOthers(nameCount: 1);

        choice.AddTo(source);
    }

    private static Wording Option(string text) => text.Split('|') is [{ Length: > 0 } english, { Length: > 0 } finnish]
        ? new Wording(english, finnish)
        : throw new SourceException($"--option \"{text}\" must be the English and the Finnish label with | between, as \"Pursue|Tavoittele\".");
}
