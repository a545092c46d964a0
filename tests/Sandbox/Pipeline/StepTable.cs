using BuyerPath.Sandbox.Model;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>Which steps run when: by rank, then in the order of registration.</summary>
internal sealed class StepTable(IReadOnlyList<Step> steps)
{
    private readonly ILookup<(string Message, int Stage), (Step Step, int Number)> _steps =
        steps.Select((step, number) => (Step: step, Number: number)).ToLookup(item => (item.Step.Message, item.Step.Stage));

    /// <summary>
    /// Steps of any of the messages on the table. A save is two messages at once, the single and the multiple one; how
    /// the platform orders their steps among each other is not documented: here rank decides for both alike.
    /// </summary>
    public IEnumerable<Step> At(IEnumerable<string> messages, string? table, int stage) =>
        messages.SelectMany(message => _steps[(message, stage)])
            .Where(item => item.Step.Table is null || item.Step.Table == table)
            .OrderBy(item => item.Step.Rank).ThenBy(item => item.Number)
            .Select(item => item.Step);
}
