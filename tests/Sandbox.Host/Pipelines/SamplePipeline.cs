namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>
/// Replays a sample pipeline in the order in which it happened, through the same messages that a seller's page uses, so that
/// stage visits, turns and their causes come from the plugins and not from the file.
/// </summary>
public static class SamplePipeline
{
    /// <summary>Replays a file. The organisation must hold the buying processes and the starter content.</summary>
    /// <param name="organization">Where to.</param>
    /// <param name="clock">The organisation's clock. It stands in the past while events are replayed and goes on afterwards.</param>
    /// <param name="path">The pipeline.</param>
    /// <exception cref="InvalidDataException">The file has mistakes, one line each; or it does not fit the buying processes or the content.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SamplePipelineReport Load(Organization organization, AdjustableClock clock, string path)
    {
        var file = SamplePipelineFile.Read(path);
        var rows = new PipelineRows(organization, clock);
        var now = clock.GetUtcNow();
        var journeys = file.Opportunities.Select(opportunity => new SampleJourney(opportunity, rows, now)).ToList();
        Require(journeys.SelectMany(journey => journey.Findings()).ToList());

        foreach (var seller in file.Sellers) rows.Seller(seller.Name, seller.Title);
        foreach (var happening in journeys.SelectMany(journey => journey.Events()).OrderBy(happening => happening.At))
            happening.Happen(happening.At);
        rows.BringUpToDate(now);
        foreach (var process in file.Opportunities.Select(opportunity => opportunity.Process).Distinct()) rows.Calibrate(rows.Process(process), now);
        return SamplePipelineReport.Of(file);
    }

    private static void Require(IReadOnlyCollection<string> findings)
    {
        if (findings.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, findings));
    }
}

/// <summary>What was replayed.</summary>
public sealed record SamplePipelineReport(int Sellers, int Accounts, int Contacts, int Opportunities, int Answers, int Stakeholders, int Steps, int Shares)
{
    internal static SamplePipelineReport Of(SamplePipelineFile file) => new(
        file.Sellers.Count,
        file.Accounts.Count,
        file.Accounts.Sum(account => account.Contacts.Count),
        file.Opportunities.Count,
        file.Opportunities.Sum(opportunity => opportunity.Answers.Count),
        file.Opportunities.Sum(opportunity => opportunity.Stakeholders.Count),
        file.Opportunities.Sum(opportunity => opportunity.Plan.Count),
        file.Opportunities.Sum(opportunity => opportunity.Shares.Count));

    /// <summary>The report as text for people.</summary>
    public override string ToString() =>
        $"Sample pipeline: {Opportunities} opportunities of {Accounts} accounts with {Answers} answers, {Stakeholders} stakeholders, {Steps} plan steps and {Shares} content shares, {Sellers} sellers and {Contacts} contacts.";
}
