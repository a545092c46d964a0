namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>The people beside the sellers: one for each of the other roles of the solution, so that the page can act as them.</summary>
public static class Colleagues
{
    // As the solution asks: its roles stand beside a role that brings the standard tables, see solution/roles.md.
    private static readonly Colleague[] All =
    [
        new("Jonas Ekholm", "Sales manager", ["Sales Manager", "Buying process manager"]),
        new("Ritva Salo", "Controller", ["Basic User", "Buying process reader"]),
        new("Elina Forss", "Sales operations", ["Basic User", "Buying process administrator"]),
    ];

    /// <summary>Makes those who are not there yet, with their roles.</summary>
    /// <param name="organization">Where they work.</param>
    /// <param name="clock">The organization's clock.</param>
    /// <exception cref="InvalidOperationException">The organization lacks one of the roles.</exception>
    public static void Join(Organization organization, AdjustableClock clock)
    {
        var rows = new PipelineRows(organization, clock);
        foreach (var (fullName, title, roles) in All) rows.User(fullName, title, roles);
    }

    private sealed record Colleague(string FullName, string Title, IReadOnlyList<string> Roles);
}
