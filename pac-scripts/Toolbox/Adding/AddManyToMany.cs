using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddManyToMany
{
    public static Addition Verb { get; } = new("many-to-many", "a relationship in which either side has many of the other",
        "buy_content_stage buy_Content buy_Stage",
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var relationship = new NewManyToMany(
            arguments.Name(0, "name of the relationship"),
            arguments.Name(1, "name of the first table"),
            arguments.Name(2, "name of the second table"));
        arguments.RefuseOthers(nameCount: 3);

        relationship.AddTo(source);
    }
}
