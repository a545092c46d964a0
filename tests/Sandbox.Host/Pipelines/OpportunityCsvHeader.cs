namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Recognises the usual headers of CRM exports, so that a map is needed only for unusual ones.</summary>
public static class OpportunityCsvHeader
{
    // Their values are the seller's own stage names; only a few of them say that a deal has ended.
    private static readonly string[] Stages = ["Stage", "Deal Stage", "Sales Stage", "Vaihe", "Myyntivaihe"];

    /// <summary>The map that a header itself suggests.</summary>
    /// <exception cref="InvalidDataException">No column could be the name of an opportunity.</exception>
    public static OpportunityCsvMap Recognise(IReadOnlyList<string> header)
    {
        var sources = new Dictionary<DealField, DealSource>();
        foreach (var field in DealField.All)
            if (Find(field, header) is { } column) sources[field] = new DealSource.Column(column);

        if (!sources.ContainsKey(DealField.Topic))
            throw new InvalidDataException(
                $"No column is known to hold the name of an opportunity ({string.Join(", ", DealField.Topic.UsualHeaders)}); " +
                $"the file has {string.Join(", ", header)}. Write a map that says where the name comes from.");

        var isStage = sources.GetValueOrDefault(DealField.Status) is DealSource.Column status
            && Stages.Any(stage => Letters(stage) == Letters(status.Header));
        return new OpportunityCsvMap
        {
            Sources = sources,
            Statuses = isStage ? DealStatuses.Usual with { Otherwise = DealStatus.Open } : DealStatuses.Usual,
        };
    }

    private static string? Find(DealField field, IReadOnlyList<string> header) =>
        field.UsualHeaders
            .Select(usual => header.FirstOrDefault(column => Letters(column) == Letters(usual)))
            .FirstOrDefault(column => column is not null);

    /// <summary>"Est. Close Date" and "est close date" are the same header.</summary>
    private static string Letters(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
