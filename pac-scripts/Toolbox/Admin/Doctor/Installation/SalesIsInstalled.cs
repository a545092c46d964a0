namespace BuyerPath.Toolbox.Admin.Doctor.Installation;

/// <summary>The tables that BuyerPath extends come with Dynamics 365 Sales.</summary>
internal sealed class SalesIsInstalled : IExamination
{
    private static readonly string[] Needed = ["opportunity", "opportunityclose", "competitor"];

    public IEnumerable<Finding> Examine(Examined environment) =>
        Needed.Where(table => !environment.Tables.Contains(table)).ToList() is { Count: > 0 } missing
            ? [new Finding($"Dynamics 365 Sales is not installed: {string.Join(", ", missing)} missing.", "install it in the Power Platform admin center (Resources > Dynamics 365 apps).")]
            : [];
}
