namespace BuyerPath.Toolbox.Data;

/// <summary>
/// Process templates as a Configuration Migration package, which Microsoft's tools (<c>pac data import</c>) import. There is
/// one package for each language, with the same ids in all of them: importing another language translates the rows in place.
/// </summary>
public static class ProcessPackage
{
    // Starting values by the author, not published figures: calibration on the tenant's own history replaces them.
    private const decimal PriorBits = 0.30m;
    private const int StatementHalfLifeDays = 60;
    private const int DeedHalfLifeDays = 120;

    private const decimal BorderPercent = 60m;

    private const int FirstChoiceValue = 289450000; // 10,000 times the publisher's prefix

    /// <summary>The package of these templates in a language; the same templates give the same bytes.</summary>
    public static byte[] Zip(IReadOnlyList<ProcessTemplate> templates, Language language) => PackageZip.Of(Tables(templates, language));

    private static IReadOnlyList<PackageTable> Tables(IReadOnlyList<ProcessTemplate> templates, Language language)
    {
        var stages = templates.SelectMany(process => process.Stages.Select((stage, at) => new StageRow(process, stage, at + 1))).ToList();
        var questions = stages.SelectMany(row => row.Stage.Questions.Select((question, at) => new QuestionRow(row, question, at + 1)));
        var criteria = templates.SelectMany(process => CriteriaOf(process, Side.Provider).Concat(CriteriaOf(process, Side.Customer)));
        return
        [
            Processes(templates, language), Stages(stages, language), Questions(questions, language),
            ScoringModels(templates, language), Criteria(criteria, language),
        ];
    }

    private static PackageTable Processes(IEnumerable<ProcessTemplate> templates, Language language) =>
        new PackageTable<ProcessTemplate>("buy_process", "Buying process", "buy_name", templates, Id,
        [
            new("buy_name", "Name", "string", process => process.Name[language]),
            new("buy_key", "Key", "string", process => process.Key),
            new("buy_version", "Version", "number", process => process.Version),
            new("buy_lifecycle", "Lifecycle", "optionsetvalue", _ => Choice(Lifecycle.Active)),
            new("buy_mode", "Mode", "optionsetvalue", process => Choice(process.Mode)),
            new("buy_description", "Description", "string", process => process.Description[language]),
            new("buy_priorbits", "Prior bits", "decimal", _ => PriorBits),
            new("buy_statementhalflifedays", "Statement half-life (days)", "number", _ => StatementHalfLifeDays),
            new("buy_deedhalflifedays", "Deed half-life (days)", "number", _ => DeedHalfLifeDays),
        ]);

    private static PackageTable Stages(IEnumerable<StageRow> stages, Language language) =>
        new PackageTable<StageRow>("buy_stage", "Buying stage", "buy_name", stages, row => row.Id,
        [
            new("buy_name", "Name", "string", row => row.Stage.Name[language]),
            new("buy_processid", "Buying process", "entityreference", row => new PackageLookup(Id(row.Process), row.Process.Name[language])) { LookupTable = "buy_process" },
            new("buy_order", "Order", "number", row => row.Order),
            new("buy_key", "Key", "string", row => row.Stage.Key),
            new("buy_objective", "Objective", "string", row => row.Stage.Objective[language]),
            new("buy_concern", "Concern", "string", row => row.Stage.Concern[language]),
            new("buy_decision", "Decision", "string", row => row.Stage.Decision[language]),
            new("buy_backsign", "Sign of going back", "string", row => row.Stage.BackSign[language]),
            new("buy_usualparty", "Usual party", "optionsetvalue", row => Choice(row.Stage.UsualParty)),
            new("buy_startingwinchancepercent", "Starting win chance (%)", "decimal", row => (decimal)row.Stage.WinChancePercent),
            new("buy_sellerstages", "Seller stages", "string", row => row.Stage.SellerStages is { Count: > 0 } names ? string.Join("; ", names) : null),
        ]);

    private static PackageTable Questions(IEnumerable<QuestionRow> questions, Language language) =>
        new PackageTable<QuestionRow>("buy_question", "Question", "buy_text", questions, row => row.Id,
        [
            new("buy_text", "Text", "string", row => row.Question.Text[language]),
            new("buy_stageid", "Buying stage", "entityreference", row => new PackageLookup(row.Parent.Id, row.Parent.Stage.Name[language])) { LookupTable = "buy_stage" },
            new("buy_kind", "Kind", "optionsetvalue", row => Choice(row.Question.Kind)),
            new("buy_weight", "Weight (bits)", "number", row => row.Question.Weight),
            new("buy_isnegative", "Is negative", "bool", row => row.Question.IsNegative),
            new("buy_key", "Key", "string", row => row.Question.Key),
            new("buy_proof", "Proof", "string", row => row.Question.Proof[language]),
            new("buy_order", "Order", "number", row => row.Order),
        ]);

    /// <summary>Each process brings its model, of the same key and version.</summary>
    private static PackageTable ScoringModels(IEnumerable<ProcessTemplate> templates, Language language) =>
        new PackageTable<ProcessTemplate>("buy_scoringmodel", "Scoring model", "buy_name", templates, ModelId,
        [
            new("buy_name", "Name", "string", process => process.Name[language]),
            new("buy_key", "Key", "string", process => process.Key),
            new("buy_version", "Version", "number", process => process.Version),
            new("buy_lifecycle", "Lifecycle", "optionsetvalue", _ => Choice(Lifecycle.Active)),
            new("buy_description", "Description", "string", process => process.Description[language]),
            new("buy_borderpercent", "Border (%)", "decimal", _ => BorderPercent),
        ]);

    private static PackageTable Criteria(IEnumerable<CriterionRow> criteria, Language language) =>
        new PackageTable<CriterionRow>("buy_criterion", "Criterion", "buy_name", criteria, row => row.Id,
        [
            new("buy_name", "Name", "string", row => row.Criterion.Name[language]),
            new("buy_scoringmodelid", "Scoring model", "entityreference", row => new PackageLookup(ModelId(row.Process), row.Process.Name[language])) { LookupTable = "buy_scoringmodel" },
            new("buy_key", "Key", "string", row => row.Criterion.Key),
            new("buy_side", "Side", "optionsetvalue", row => Choice(row.Side)),
            new("buy_weight", "Weight", "number", row => row.Criterion.Weight),
            new("buy_order", "Order", "number", row => row.Order),
            new("buy_knockoutlevel", "Knock-out level", "number", row => row.Criterion.KnockOut),
            new("buy_question", "What to ask", "string", row => row.Criterion.Ask?[language]),
            .. Enumerable.Range(0, 5).Select(level => new PackageColumn<CriterionRow>(
                $"buy_level{level}", $"Level {level}", "string", row => row.Criterion.Levels.ElementAtOrDefault(level)?[language])),
            new("buy_source", "Source", "optionsetvalue", row => Choice(row.Criterion.Source)),
            new("buy_derivation", "Derivation", "optionsetvalue", row => row.Criterion.Derivation is { } derivation ? Choice(derivation) : null),
            new("buy_table", "Table", "optionsetvalue", row => row.Criterion.Column is { } column ? Choice(column.Table) : null),
            new("buy_column", "Column", "string", row => row.Criterion.Column?.Name),
            new("buy_thresholds", "Thresholds", "string", row => row.Criterion.Column?.Thresholds),
        ]);

    /// <summary>The customer's criteria come after ours.</summary>
    private static IEnumerable<CriterionRow> CriteriaOf(ProcessTemplate process, Side side) => side == Side.Provider
        ? process.Provider.Select((criterion, at) => new CriterionRow(process, side, criterion, at + 1))
        : process.Customer.Select((criterion, at) => new CriterionRow(process, side, criterion, process.Provider.Count + at + 1));

    /// <summary>The row of the scoring model that a process brings.</summary>
    internal static Guid ModelId(ProcessTemplate process) => StableId.Of($"buy_scoringmodel/{process.Key}/{process.Version}");

    /// <summary>The row of a process.</summary>
    internal static Guid Id(ProcessTemplate process) => StableId.Of($"buy_process/{process.Key}/{process.Version}");

    /// <summary>The row of a stage.</summary>
    internal static Guid StageId(ProcessTemplate process, StageTemplate stage) => StableId.Of($"buy_stage/{process.Key}/{process.Version}/{stage.Key}");

    /// <summary>The stored number of an option.</summary>
    internal static int Choice<T>(T value) where T : struct, Enum => FirstChoiceValue + Convert.ToInt32(value, null);

    private sealed record StageRow(ProcessTemplate Process, StageTemplate Stage, int Order)
    {
        public Guid Id => StageId(Process, Stage);
    }

    private sealed record CriterionRow(ProcessTemplate Process, Side Side, CriterionTemplate Criterion, int Order)
    {
        public Guid Id => StableId.Of($"buy_criterion/{Process.Key}/{Process.Version}/{Criterion.Key}");
    }

    private sealed record QuestionRow(StageRow Parent, QuestionTemplate Question, int Order)
    {
        public Guid Id => StableId.Of($"buy_question/{Parent.Process.Key}/{Parent.Process.Version}/{Question.Key}");
    }
}
