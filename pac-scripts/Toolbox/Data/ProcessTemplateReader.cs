namespace BuyerPath.Toolbox.Data;

/// <summary>
/// Process templates from <c>solution/data/processes</c>. The whole of a template is read and checked. What has no table yet
/// (classic, the flags of a stage, roles, response modes) is kept for the releases that bring it, so that a template never
/// has to be written twice.
/// </summary>
public static class ProcessTemplateReader
{
    private const int LongestName = 100;
    private const int LongestText = 500;
    private const int LongestLevel = 300;
    private const int LongestDescription = 2000;
    private const int HeaviestDiagnostic = 3;
    private const int ExitFactWeight = 4;
    private const int LongestContentName = 200;
    private const int LongestThresholds = 200;

    /// <summary>All templates of a folder, in order of their keys.</summary>
    /// <exception cref="InvalidDataException">A template has findings, or its file is not named after its key.</exception>
    public static IReadOnlyList<ProcessTemplate> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The template in a file, which is named after the template's key.</summary>
    /// <exception cref="InvalidDataException">The template has findings; one line each.</exception>
    public static ProcessTemplate Read(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path));

    /// <summary>The template in a text, as if it were in a file of that name.</summary>
    /// <exception cref="InvalidDataException">The template has findings; one line each.</exception>
    public static ProcessTemplate Parse(string name, string text) => YamlFile.Parse(name, text, map => Process(map, name));

    private static ProcessTemplate Process(YamlMap map, string file)
    {
        var key = map.Key("key", new HashSet<string>());
        if (file != $"{key}.yaml") map.Complain("key", $"is '{key}', but the file must be named after it: {key}.yaml");

        var mode = map.Choice<ProcessMode>("mode");
        var stageKeys = new HashSet<string>();
        var questionKeys = new HashSet<string>();
        var roleKeys = new HashSet<string>();
        var modeKeys = new HashSet<string>();
        var criterionKeys = new HashSet<string>();
        var criteria = map.Map("criteria", sides => new
        {
            Provider = Criteria(sides, "provider", criterionKeys),
            Customer = Criteria(sides, "customer", criterionKeys),
        });
        return new ProcessTemplate(
            key,
            map.WholeNumber("version", 1, int.MaxValue),
            mode,
            map.Texts("name", LongestName),
            Description(map),
            map.Text("source", LongestDescription),
            map.List("outcomes", LongestName),
            map.Each("stages", stage => Stage(stage, mode, stageKeys, questionKeys)),
            criteria.Provider,
            criteria.Customer,
            map.OptionalEach("roles", role => Role(role, roleKeys)),
            map.OptionalEach("responseModes", mode => ResponseMode(mode, modeKeys)));
    }

    /// <summary>A guard is a rule of conduct; a seller who reads the description must not miss it.</summary>
    private static LocalizedText Description(YamlMap map)
    {
        var description = map.Texts("description", LongestDescription);
        return map.OptionalTexts("guard", LongestDescription) is { } guard
            ? new(Language.All.ToDictionary(language => language, language => $"{description[language]}\n\n{guard[language]}"))
            : description;
    }

    private static StageTemplate Stage(YamlMap map, ProcessMode mode, HashSet<string> stageKeys, HashSet<string> questionKeys)
    {
        var key = map.Key("key", stageKeys);
        var diagnostic = map.Each("questions", question => Question(question, questionKeys));
        var exitFact = map.Map("exit", exit => new QuestionTemplate(
            $"{key}.exit", QuestionKind.ExitFact, ExitFactWeight, IsNegative: false,
            exit.Texts("text", LongestText), exit.Texts("proof", LongestText)));
        return new StageTemplate(
            key,
            map.Choice<Party>("usualParty"),
            map.WholeNumber("winChance", 1, 99),
            map.Flag("alwaysOn"),
            map.Flag("officialChannelOnly"),
            map.List("classic", LongestName),
            SellerStages(map, mode),
            map.Texts("name", LongestName),
            map.Texts("objective", LongestText),
            map.Texts("concern", LongestText),
            map.Texts("decision", LongestText),
            map.Texts("backSign", LongestText),
            map.Each("share", Content),
            [.. diagnostic, exitFact]);
    }

    private static ContentTemplate Content(YamlMap map) => new(
        map.Texts(LongestContentName),
        map.OptionalTexts("description", LongestDescription),
        map.OptionalChoice<StakeholderRole>("helps"),
        map.Flag("forGroup"));

    /// <summary>Jobs have none and the field is unknown to them: side by side, no job is ahead of another.</summary>
    private static IReadOnlyList<string> SellerStages(YamlMap map, ProcessMode mode)
    {
        if (mode == ProcessMode.Jobs) return [];

        var names = map.List("sellerStages", LongestName);
        foreach (var name in names.Where(name => name.Contains(';')))
            map.Complain("sellerStages", $"holds '{name}'; in the column a semicolon separates the names");
        return names;
    }

    private static QuestionTemplate Question(YamlMap map, HashSet<string> keys) => new(
        map.Key("key", keys),
        QuestionKind.Diagnostic,
        map.WholeNumber("weight", 1, HeaviestDiagnostic),
        map.Flag("negative"),
        map.Texts("text", LongestText),
        map.Texts("proof", LongestText));

    private static IReadOnlyList<CriterionTemplate> Criteria(YamlMap map, string side, HashSet<string> keys)
    {
        var criteria = map.Each(side, criterion => new CriterionTemplate(
            criterion.Key("key", keys),
            criterion.WholeNumber("weight", 1, 100),
            criterion.OptionalWholeNumber("knockOut", 0, 4),
            criterion.Texts("name", LongestLevel))
        {
            Ask = criterion.OptionalTexts("ask", LongestText),
            Levels = Levels(criterion),
            Derivation = criterion.OptionalChoice<Derivation>("derivation"),
            Column = Column(criterion),
        });

        var weight = criteria.Sum(criterion => criterion.Weight);
        if (criteria.Count > 0 && weight != 100) map.Complain(side, $"has weights that sum to {weight}; they must sum to 100");
        return criteria;
    }

    private static CriterionColumn? Column(YamlMap criterion)
    {
        var column = criterion.OptionalMap("column", column => new CriterionColumn(
            column.Choice<CriterionTable>("table"),
            column.Text("name", LongestName),
            column.Text("thresholds", LongestThresholds)));
        if (column is not null && criterion.OptionalChoice<Derivation>("derivation") is not null)
            criterion.Complain("column", "is given beside a derivation; a criterion has one source");
        return column;
    }

    private static IReadOnlyList<LocalizedText> Levels(YamlMap criterion)
    {
        const int all = 5;
        var levels = criterion.OptionalEach("levels", level => level.Texts(LongestLevel));
        if (levels.Count is not (0 or all)) criterion.Complain("levels", $"has {levels.Count} levels; there are {all}, from 0 to 4");
        return levels;
    }

    private static RoleTemplate Role(YamlMap map, HashSet<string> keys) => new(
        map.Key("key", keys), map.Flag("onlyOne"), map.Texts("can", LongestText), map.Texts("test", LongestText));

    private static ResponseModeTemplate ResponseMode(YamlMap map, HashSet<string> keys) => new(
        map.Key("key", keys), map.Choice<Receptiveness>("receptive"), map.Texts("sees", LongestText), map.Texts("help", LongestText));
}
