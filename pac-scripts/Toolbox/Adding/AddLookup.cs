using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddLookup
{
    private static readonly Dictionary<string, OnDelete> Deletions = new()
    {
        ["remove-link"] = OnDelete.RemoveLink,
        ["restrict"] = OnDelete.Restrict,
        ["cascade"] = OnDelete.Cascade,
        ["parental"] = OnDelete.Parental,
    };

    public static Addition Verb { get; } = new("lookup", "a lookup with its relationship",
        """
        buy_Answer buy_ReviewerId SystemUser --relationship buy_systemuser_answer
        --on-delete remove-link|restrict|cascade|parental   what becomes of the rows when the target goes
        --en "Reviewer" --fi "Tarkastaja" --describe-en "..." --describe-fi "..." [--required] [--audited]
        """,
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var lookup = new NewLookup(
            arguments.Name(0, "name of the table"),
            arguments.Name(1, "name of the lookup"),
            arguments.Name(2, "table that it points at"),
            arguments.Text("--relationship", "buy_target_table"),
            arguments.OneOf("--on-delete", Deletions),
            arguments.Wording(),
            arguments.Wording("describe-"),
            arguments.Flag("--required"))
        {
            IsAudited = arguments.Flag("--audited"),
        };
        arguments.RefuseOthers(nameCount: 3);

        lookup.AddTo(source);
    }
}
