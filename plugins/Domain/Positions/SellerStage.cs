namespace BuyerPath.Domain.Positions;

/// <summary>The seller's own stage against the customer's. It is read, never driven.</summary>
/// <param name="Name">What the seller calls it.</param>
/// <param name="At">Order of the buying stage that it corresponds to; of several the one nearest to the customer's.</param>
/// <param name="Alignment">How the two stand to each other.</param>
public sealed record SellerStage(string Name, int At, Alignment Alignment)
{
    private const char Separator = ';';

    /// <summary>The names in a text that lists them, such as <c>Develop; Propose</c>.</summary>
    public static IReadOnlyList<string> NamesIn(string? text) =>
        (text ?? "").Split(Separator).Select(name => name.Trim()).Where(name => name.Length > 0).ToList();

    /// <summary>
    /// Compares the first of the names that a buying stage of the process is mapped to; null when none is, for then nothing is
    /// known. Case does not count, nor does the number that the platform writes before the name of a stage (<c>2-Develop</c>).
    /// </summary>
    /// <param name="names">What the opportunity calls the seller's stage, the most telling name first.</param>
    /// <param name="position">The customer's position.</param>
    public static SellerStage? Of(IEnumerable<string> names, Position position) => (
        from name in names.Select(WithoutNumber)
        let alignment = Alignment.Of(OrdersOf(name, position.Process), position)
        where alignment != null
        select new SellerStage(name, position.Stage.Order + alignment.StagesAhead, alignment)).FirstOrDefault();

    private static IReadOnlyCollection<int> OrdersOf(string name, BuyingProcess process) => process.Stages
        .Where(stage => stage.SellerStages.Contains(name, StringComparer.OrdinalIgnoreCase))
        .Select(stage => stage.Order)
        .ToList();

    private static string WithoutNumber(string name)
    {
        var dash = name.IndexOf('-');
        return dash > 0 && name.Take(dash).All(char.IsDigit) ? name.Substring(dash + 1).Trim() : name;
    }
}
