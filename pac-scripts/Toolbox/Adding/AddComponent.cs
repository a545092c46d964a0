using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Adding;

internal static class AddComponent
{
    public static Addition Verb { get; } = new("component", "the place of a code component; its built files come in when the solution is packed",
        "buy_BuyerPath.Board",
        Run);

    private static void Run(Arguments arguments, SolutionSource source)
    {
        var component = new NewCodeComponent(arguments.Name(0, "name of the code component"));
        arguments.RefuseOthers(nameCount: 1);

        component.AddTo(source);
    }
}
