using BuyerPath.Toolbox.Data;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>A pipeline made up for showing and trying, as <c>solution/data/sample/pipeline.yaml</c> describes it.</summary>
public sealed record SamplePipelineFile(
    IReadOnlyList<SampleSeller> Sellers, IReadOnlyList<SampleAccount> Accounts, IReadOnlyList<SampleOpportunity> Opportunities)
{
    internal const int LongestName = 100;

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
        return new(sellers, accounts,
            map.Each("opportunities", opportunity => SampleOpportunityReader.Read(opportunity, process, opportunityNames, sellerNames, accounts)));
    }
}

/// <summary>A user who owns opportunities.</summary>
public sealed record SampleSeller(string Name, string Title);

/// <summary>A customer.</summary>
public sealed record SampleAccount(string Name, string City, IReadOnlyList<SampleContact> Contacts);

/// <summary>A person at a customer.</summary>
public sealed record SampleContact(string Name, string Title);
