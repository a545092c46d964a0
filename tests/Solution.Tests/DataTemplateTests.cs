using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Data;

namespace BuyerPath.Solution.Tests;

public sealed class DataTemplateTests
{
    private static readonly string Folder = Repository.PathOf("solution/data/processes");
    private static readonly string Classic = File.ReadAllText(Path.Combine(Folder, "classic6.yaml"));

    public static TheoryData<string> Templates => [.. Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_shipped_template_is_valid(string file) => Assert.NotEmpty(ProcessTemplateReader.Read(Path.Combine(Folder, file)).Stages);

    [Theory]
    [MemberData(nameof(Templates))]
    public void Stages_point_to_stages_of_the_classic_process(string file)
    {
        var classic = ProcessTemplateReader.Parse("classic6.yaml", Classic).Stages.Select(stage => stage.Key).ToHashSet();

        Assert.All(ProcessTemplateReader.Read(Path.Combine(Folder, file)).Stages, stage => Assert.Subset(classic, stage.Classic.ToHashSet()));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_seller_who_moves_on_expects_a_customer_who_has_moved_on(string file)
    {
        var template = ProcessTemplateReader.Read(Path.Combine(Folder, file));
        var met = template.Stages.SelectMany(stage => stage.SellerStages).Distinct().ToList();

        string[] sales = ["Qualify", "Luokittele", "Develop", "Kehitä", "Propose", "Tarjoa", "Close", "Sulje"];
        Assert.Equal(template.Mode == ProcessMode.Jobs ? [] : sales, met);
        Assert.All(met, name =>
        {
            // At neighbouring stages only: one between them would count as aligned without being named.
            List<int> orders = [.. template.Stages.Index().Where(stage => stage.Item.SellerStages.Contains(name)).Select(stage => stage.Index)];
            Assert.Equal(Enumerable.Range(orders[0], orders.Count), orders);
        });
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_question_is_closed_in_both_languages(string file)
    {
        var questions = ProcessTemplateReader.Read(Path.Combine(Folder, file)).Stages.SelectMany(stage => stage.Questions);

        Assert.All(questions, question => Assert.All(Language.All, language => Assert.EndsWith("?", question.Text[language])));
    }

    [Fact]
    public void The_exit_fact_is_the_last_and_heaviest_question_of_a_stage()
    {
        var stages = ProcessTemplateReader.Parse("classic6.yaml", Classic).Stages;

        Assert.All(stages, stage =>
        {
            var exit = stage.Questions[^1];
            Assert.Equal(($"{stage.Key}.exit", QuestionKind.ExitFact, 4), (exit.Key, exit.Kind, exit.Weight));
            Assert.All(stage.Questions.SkipLast(1), question => Assert.Equal(QuestionKind.Diagnostic, question.Kind));
        });
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        // in place of                                  there stands                       and the finding is
        { "key: c6.1.2",                                "key: c6.1.1",                     "key 'c6.1.1' is used twice; a key must be unique." },
        { "  - key: c6.2\n",                            "  - key: c6.1\n",                 "key 'c6.1' is used twice; a key must be unique." },
        { "        weight: 2\n",                        "        weight: 5\n",             "weight is '5'; it must be a whole number from 1 to 3." },
        { "        weight: 2\n",                        "        wieght: 2\n",             "wieght is not known here; did you mean 'weight'?" },
        { "    usualParty: us\n",                       "    usualParty: provider\n",      "usualParty is 'provider'; it must be customer, us, thirdParty, both or nobody." },
        { "    exit:\n",                                "    exits:\n",                    "exit is missing." },
        { "        fi: \"lista varhaisista merkeistä\"\n", "",                             "fi is missing." },
        { "fi: \"lista varhaisista merkeistä\"",        "fi: \"\"",                        "fi must be a text." },
        { "No recognised problem",                      new string('x', 101),              "en has 101 characters; the column takes 100." },
        { "helps: usesIt",                              "helps: user",                     "helps is 'user'; it must be decides, holdsTheBudget, evaluates, usesIt, procurement or advises." },
        { "derivation: buyingGroupCoverage",            "derivation: buyingGroupCoverage\n      column: {table: account, name: revenue, thresholds: \"1;2;3;4\"}", "column is given beside a derivation; a criterion has one source." },
        { "derivation: buyingGroupCoverage",            "column: {table: contact, name: a, thresholds: b}", "table is 'contact'; it must be opportunity or account." },
        { "      weight: 20\n",                         "      weight: 21\n",              "provider has weights that sum to 101; they must sum to 100." },
        { "key: classic6",                              "key: classic7",                   "key is 'classic7', but the file must be named after it: classic7.yaml." },
        { "version: 1",                                 "version: one",                    "version is 'one'; it must be a whole number from 1 to" },
        { "mode: linear",                               "",                                "mode is missing; it must be linear or jobs." },
        { "outcomes: [go, no_go, no_decision, withdrawn_by_us]", "outcomes: []",           "outcomes must be a list with at least one item." },
        { "mode: linear",                               "mode: jobs",                      "sellerStages is not known here" },
        { "    sellerStages: [Close, Sulje]\n",         "",                                "sellerStages is missing." },
        { "[Close, Sulje]",                             "[Close; Sulje]",                  "sellerStages holds 'Close; Sulje'; in the column a semicolon separates the names." },
        { "mode: linear",                               "mode: linear\n  x: [",            "this is not YAML" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_what_would_be_right(string original, string mistake, string finding)
    {
        var at = Classic.IndexOf(original, StringComparison.Ordinal);
        Assert.True(at >= 0, $"classic6.yaml no longer holds '{original}'");

        var refusal = Assert.Throws<InvalidDataException>(() =>
            ProcessTemplateReader.Parse("classic6.yaml", Classic.Remove(at, original.Length).Insert(at, mistake)));

        Assert.Contains(finding, refusal.Message);
    }

    [Fact]
    public void A_mistake_is_named_with_its_line()
    {
        var at = Classic.IndexOf("weight: 3", StringComparison.Ordinal);

        var refusal = Assert.Throws<InvalidDataException>(() =>
            ProcessTemplateReader.Parse("classic6.yaml", Classic.Remove(at, 9).Insert(at, "weight: 5")));

        Assert.StartsWith($"classic6.yaml({Classic[..at].Count(letter => letter == '\n') + 1}): weight is '5'", refusal.Message);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var refusal = Assert.Throws<InvalidDataException>(() =>
            ProcessTemplateReader.Parse("classic6.yaml", Classic.Replace("mode: linear", "mode: round").Replace("weight: 3", "weight: 9")));

        Assert.Contains("mode is 'round'", refusal.Message);
        Assert.Equal(Classic.Split("weight: 3").Length - 1, refusal.Message.Split("weight is '9'").Length - 1);
    }

    [Fact]
    public void A_file_without_fields_is_refused() =>
        Assert.Equal(
            "empty.yaml(1): the file must hold exactly one document with fields.",
            Assert.Throws<InvalidDataException>(() => ProcessTemplateReader.Parse("empty.yaml", "")).Message);
}
