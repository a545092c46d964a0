using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox.Data;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>A pipeline made up for showing and trying, as <c>solution/data/sample/pipeline.yaml</c> describes it.</summary>
public sealed record SamplePipelineFile(
    string Process, IReadOnlyList<SampleSeller> Sellers, IReadOnlyList<SampleAccount> Accounts, IReadOnlyList<SampleOpportunity> Opportunities)
{
    private const int LongestName = 100;
    private const int LongestDetail = 2000;
    private const int MostDays = 3650;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It has mistakes; one line each, with line number, field and what would be right.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SamplePipelineFile Read(string path) => YamlFile.Read(path, Pipeline);

    /// <summary>Reads a text as if it were in a file of that name.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read"/>.</exception>
    public static SamplePipelineFile Parse(string name, string text) => YamlFile.Parse(name, text, Pipeline);

    private static SamplePipelineFile Pipeline(YamlMap map)
    {
        var sellerNames = new HashSet<string>();
        var accountNames = new HashSet<string>();
        var contactNames = new HashSet<string>();
        var opportunityNames = new HashSet<string>();
        var process = map.Text("process", LongestName);
        var sellers = map.Each("sellers", seller =>
            new SampleSeller(seller.Key("name", sellerNames), seller.Text("title", LongestName)));
        var accounts = map.Each("accounts", account => new SampleAccount(
            account.Key("name", accountNames),
            account.Text("city", LongestName),
            account.Each("contacts", contact => new SampleContact(contact.Key("name", contactNames), contact.Text("title", LongestName)))));
        return new(process, sellers, accounts,
            map.Each("opportunities", opportunity => Opportunity(opportunity, opportunityNames, sellerNames, accounts)));
    }

    private static SampleOpportunity Opportunity(
        YamlMap map, HashSet<string> names, HashSet<string> sellers, IReadOnlyList<SampleAccount> accounts)
    {
        var account = map.Reference("account", [.. accounts.Select(account => account.Name)]);
        List<string> contacts = [.. accounts.Where(known => known.Name == account).SelectMany(known => known.Contacts).Select(contact => contact.Name)];
        var created = map.WholeNumber("createdDaysAgo", 0, MostDays);
        var closed = map.OptionalMap("closed", close => new SampleClose(close.WholeNumber("daysAgo", 0, created), close.Choice<DealStatus>("as")));
        if (closed is { Status: DealStatus.Open }) map.Complain("closed", "must be as won or as lost");
        return new(
            map.Key("name", names),
            account,
            map.Reference("contact", contacts),
            map.Reference("seller", sellers),
            map.Amount("value"),
            map.Text("description", LongestDetail),
            created,
            map.WholeNumber("closesInDays", -MostDays, MostDays),
            closed,
            map.OptionalEach("answers", answer => new SampleAnswer(
                answer.Text("question", LongestName),
                answer.WholeNumber("daysAgo", closed?.DaysAgo ?? 0, created),
                answer.Choice<AnswerValueChoice>("value"),
                answer.OptionalChoice<EvidenceGradeChoice>("grade"),
                answer.OptionalReference("source", contacts),
                answer.Text("detail", LongestDetail))));
    }
}

/// <summary>A user who owns opportunities.</summary>
public sealed record SampleSeller(string Name, string Title);

/// <summary>A customer.</summary>
public sealed record SampleAccount(string Name, string City, IReadOnlyList<SampleContact> Contacts);

/// <summary>A person at a customer.</summary>
public sealed record SampleContact(string Name, string Title);

/// <summary>An opportunity and its history. Days count back from the day of loading, <c>ClosesInDays</c> forward.</summary>
public sealed record SampleOpportunity(
    string Name, string Account, string Contact, string Seller, decimal Value, string Description,
    int CreatedDaysAgo, int ClosesInDays, SampleClose? Closed, IReadOnlyList<SampleAnswer> Answers);

/// <summary>How and when an opportunity ended.</summary>
public sealed record SampleClose(int DaysAgo, DealStatus Status);

/// <summary>An answer. The same question answered later is a changed answer.</summary>
public sealed record SampleAnswer(string Question, int DaysAgo, AnswerValueChoice Value, EvidenceGradeChoice? Grade, string? Source, string Detail);
