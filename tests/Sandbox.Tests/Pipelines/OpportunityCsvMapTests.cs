using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;

namespace BuyerPath.Sandbox.Tests.Pipelines;

public sealed class OpportunityCsvMapTests
{
    private const string OurMap = """
        {
        	"description": "tabs and all",
        	"delimiter": "|",
        	"culture": "de-DE",
        	"dateFormats": ["M/d/yyyy"],
        	"process": "renewal",
        	"columns": {
        		"name": { "template": "Deal {row}: {Product}" },
        		"value": { "column": "Price" },
        		"owner": { "value": "Aino Laine" },
        		"status": { "column": "Result", "values": { "Yes!": "won", "No": "lost" }, "otherwise": "open" },
        		"createdOn": { "column": "Begun" }
        	}
        }
        """;

    [Fact]
    public void A_map_says_what_means_what()
    {
        var file = OpportunityCsvFile.Parse("Product|Price|Result|Begun|Left over\nPump|1.250,50|YES!|11/23/2026|x\nValve|3|maybe|1/2/2026|y",
            OpportunityCsvMapReader.Parse("map.json", OurMap));

        Assert.Equal(["Deal 1: Pump", "Deal 2: Valve"], file.Deals.Select(deal => deal.Name));
        Assert.Equal([1250.50m, 3m], file.Deals.Select(deal => deal.Value!.Value));
        Assert.Equal([DealStatus.Won, DealStatus.Open], file.Deals.Select(deal => deal.Status));
        Assert.Equal([11, 1], file.Deals.Select(deal => deal.CreatedOn!.Value.Month));
        Assert.All(file.Deals, deal => Assert.Equal("Aino Laine", deal.Owner));
        Assert.Equal(["Left over"], file.UnmappedColumns);
        Assert.Equal("renewal", file.Map.Process);
    }

    [Fact]
    public void A_date_in_another_format_than_the_maps_is_rejected() =>
        Assert.Equal(
            new(2, "createdOn", "is '2026-11-23', which is none of the map's dateFormats (M/d/yyyy)."),
            Assert.Single(OpportunityCsvFile.Parse("Product|Price|Result|Begun\nPump|1|No|2026-11-23", OpportunityCsvMapReader.Parse("map.json", OurMap)).Rejected));

    [Fact]
    public void A_column_that_the_file_lacks_is_named_with_the_nearest_there_is()
    {
        var refusal = Assert.Throws<InvalidDataException>(() =>
            OpportunityCsvFile.Parse("Produkt|Cost|Result|Begun\nPump|1|No|1/2/2026", OpportunityCsvMapReader.Parse("map.json", OurMap)));

        Assert.Equal(
            [
                "The map takes name from the column 'Product', which the file does not have; did you mean 'Produkt'?",
                "The map takes value from the column 'Price', which the file does not have.",
            ],
            refusal.Message.Split(Environment.NewLine));
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        // in place of                          there stands                                and the finding is
        { "\"name\"",                          "\"nmae\"",                                 "map.json(8): nmae is not known here; did you mean 'name'?" },
        { "\"name\"",                          "\"nmae\"",                                 "name must say where the name comes from." },
        { "\"culture\"",                       "\"cultur\"",                               "map.json(4): cultur is not known here; did you mean 'culture'?" },
        { "de-DE",                              "klingon",                                  "culture is 'klingon', which .NET does not know; write it like fi-FI or en-US." },
        { "\"|\"",                             "\"||\"",                                   "delimiter is '||'; it must be one character." },
        { "\"won\"",                           "\"win\"",                                  "Yes! is 'win'; it must be open, won or lost." },
        { "\"No\"",                            "\"YES!\"",                                 "YES! is there twice, upper and lower case being alike." },
        { "\"otherwise\": \"open\"",          "\"otherwise\": \"unknown\"",              "otherwise is 'unknown'; it must be open, won or lost." },
        { "{ \"column\": \"Price\" }",        "{ \"column\": \"Price\", \"value\": 1 }", "value must hold exactly one of column, template and value." },
        { "{ \"column\": \"Price\" }",        "{ }",                                       "value must hold exactly one of column, template and value." },
        { "{ \"column\": \"Price\" }",        "\"Price\"",                                "value must hold fields of its own." },
        { "{ \"column\": \"Price\" }",        "{ \"column\": \"Price\", \"values\": {} }", "values is not known here" },
        { "\"columns\"",                       "\"columms\"",                              "columns is missing." },
        { "[\"M/d/yyyy\"]",                   "[]",                                        "dateFormats must be a list with at least one item." },
        { "\"Price\" },",                      "\"Price\" ",                               "this is not JSON" },
        { OurMap,                               "[]",                                       "map.json(1): the file must hold exactly one document with fields." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_what_would_be_right(string original, string mistake, string finding)
    {
        Assert.Contains(original, OurMap);

        var refusal = Assert.Throws<InvalidDataException>(() => OpportunityCsvMapReader.Parse("map.json", OurMap.Replace(original, mistake)));

        Assert.Contains(finding, refusal.Message);
    }

    [Fact]
    public void The_map_that_comes_with_the_repository_takes_every_column_of_its_data_set()
    {
        const string header = "Product;Seller;Authority;Comp_size;Competitors;Purch_dept;Partnership;Budgt_alloc;Forml_tend;RFI;RFP;Growth;Posit_statm;Source;Client;Scope;Strat_deal;Cross_sale;Up_sale;Deal_type;Needs_def;Att_t_client;Status";
        const string row = "Product A;Seller 6;Mid;Big;No;Unknown;No;Yes;No;Yes;Yes;Growth;Neutral;Referral;Current;Clear;Very important;No;Yes;Project;Yes;Strategic account;Won";

        var file = OpportunityCsvFile.Parse($"{header}\n{row}", OpportunityCsvMapReader.Read(Repository.PathOf("solution/data/maps/salvirt.json")));

        Assert.Empty(file.UnmappedColumns);
        var deal = Assert.Single(file.Deals);
        Assert.Equal(
            ("Deal 1: Product A, Project", "Customer 1 (Current, Big)", "Seller 6", DealStatus.Won),
            (deal.Name, deal.Account, deal.Owner, deal.Status));
        Assert.Contains("Formal tender: No.", deal.Description);
    }
}
