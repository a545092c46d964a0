using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Host.Page;

/// <summary>A button that the solution adds to the command bar of a form or list.</summary>
internal sealed record ButtonDescription(
    string Id,
    string Table,
    string Place,
    IReadOnlyDictionary<int, string> Label,
    IReadOnlyDictionary<int, string> ToolTip,
    ScriptCall Click,
    IReadOnlyList<ScriptCall> ShowsWhen)
{
    /// <summary>The buttons in the order in which they stand.</summary>
    public static IEnumerable<ButtonDescription> Of(SolutionModel solution) =>
        from button in solution.Buttons
        orderby button.Sequence
        select new ButtonDescription(
            button.Id, button.Table, PlaceOf(button), button.Text.ByLanguage, button.ToolTip.ByLanguage, button.Click, button.ShowsWhen);

    // Mscrm.Form.buy_process.MainTab.Save.Controls._children: the second part says which bar.
    private static string PlaceOf(CommandButton button) => button.Location.Split('.') switch
    {
        ["Mscrm", "Form", ..] => "form",
        ["Mscrm", "HomepageGrid", ..] => "list",
        _ => throw Unsupported.Feature($"a button at '{button.Location}'", $"the button {button.Id}"),
    };
}
