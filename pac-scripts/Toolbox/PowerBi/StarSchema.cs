using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.PowerBi;

/// <summary>
/// The star schema of the semantic model. The opportunity is the hub: facts hang on it, and seller, account, segment and process hang on
/// the opportunity, so that one security rule on the seller reaches every fact. There is one path of filters between any two tables.
/// </summary>
/// <param name="Tables">Facts first, then what they are looked at by.</param>
/// <param name="Relationships">All are active and filter one way.</param>
public sealed record StarSchema(IReadOnlyList<StarTable> Tables, IReadOnlyList<StarRelationship> Relationships)
{
    private const string OpportunityKey = "Opportunity Key";
    private const string StageKey = "Stage Key";

    /// <summary>The star schema over the tables of the solution.</summary>
    /// <exception cref="SourceException">The solution has no such table or column.</exception>
    public static StarSchema Of(SolutionSource source) => new(
    [
        Opportunity(source), StageVisit(source), Turn(source), Snapshot(source), Step(source), Stakeholder(source), Answer(source), Alternative(source),
        Stage(source), Question(source), Process(source), Segment(source), Account, Seller, Calendar, Refresh,
    ],
    [
        new("Opportunity", "Seller Key", "Seller", "Seller Key"),
        new("Opportunity", "Account Key", "Account", "Account Key"),
        new("Opportunity", "Process Key", "Process", "Process Key"),
        new("Opportunity", "Segment Key", "Segment", "Segment Key"),
        .. new[] { "Stage Visit", "Turn", "Snapshot", "Step", "Stakeholder", "Answer", "Alternative" }
            .Select(fact => new StarRelationship(fact, OpportunityKey, "Opportunity", OpportunityKey)),
        new("Stage Visit", StageKey, "Buying Stage", StageKey),
        new("Snapshot", StageKey, "Buying Stage", StageKey),
        new("Snapshot", "Taken Date", "Date", "Date"),
        new("Step", "Due Date", "Date", "Date"),
        new("Answer", "Question Key", "Question", "Question Key"),
        new("Question", StageKey, "Buying Stage", StageKey),
        new("Answer", "Answered Date", "Date", "Date"),
    ]);

    private static StarTable Opportunity(SolutionSource source)
    {
        var ours = new StarColumns(source, "opportunity");
        return new StarTable(new("Opportunity", "Myyntimahdollisuus"), new("One row per opportunity, as it stands now.", "Yksi rivi kutakin myyntimahdollisuutta kohti, sellaisena kuin se on nyt."),
        [
            ours.Key(OpportunityKey, "opportunityid"),
            StarColumns.Standard(ColumnKind.Text, "name", new("Opportunity", "Myyntimahdollisuus"), new("Topic of the opportunity.", "Myyntimahdollisuuden aihe.")),
            .. StarColumns.Choice("Status", "statecode", StarChoice.OpportunityState, new("Status", "Tila"), new("Open, won or lost.", "Avoin, voitettu tai menetetty.")),
            StarColumns.Standard(ColumnKind.Amount, "estimatedvalue_base", new("Estimated Value", "Arvioitu arvo"), new("Estimated revenue in the organisation's base currency.", "Arvioitu tuotto organisaation perusvaluutassa.")),
            ours.Moment("Opened On", "createdon"),
            StarColumns.Standard(ColumnKind.Date, "createdon", new("Opened Date", "Avattu"), new("Day (UTC) on which the opportunity was created.", "Päivä (UTC), jona myyntimahdollisuus luotiin.")),
            StarColumns.Calculated(ColumnKind.Moment, StarColumns.Same("Closed On"), StarColumns.Same("End of its last turn, or the closed date of one that never had a turn; blank while it is open."),
                "IF('Opportunity'[Status Code] <> \"Open\", COALESCE(MAXX(RELATEDTABLE('Turn'), 'Turn'[Ended On]), 'Opportunity'[Closed Date]))") with { IsHidden = true },
            StarColumns.Standard(ColumnKind.Date, "actualclosedate", new("Closed Date", "Suljettu"), new("Day on which the opportunity was closed, as its seller entered it.", "Päivä, jona myyntimahdollisuus suljettiin, myyjän kirjaamana.")),
            ours.Key("Seller Key", "ownerid"),
            ours.Key("Account Key", "parentaccountid"),
            ours.Key("Process Key", "buy_processid"),
            ours.Key("Segment Key", "buy_segmentid"),
            ours.Key("Current Stage Key", "buy_stageid"),
            StarColumns.Calculated(ColumnKind.Text, new("Current Stage", "Nykyinen ostovaihe"), new("The stage at which the customer most likely is now.", "Vaihe, jossa asiakas nyt todennäköisimmin on."),
                "LOOKUPVALUE('Buying Stage'[Stage], 'Buying Stage'[Stage Key], 'Opportunity'[Current Stage Key])"),
            .. ours.Choice("Alignment", "buy_alignment"),
            ours.WholeNumber("Stages Ahead", "buy_alignmentstages"),
            ours.Fraction("Confidence", "buy_confidencepercent"),
            .. ours.Choice("Whose Turn", "buy_whoseturn"),
            ours.Flag("Turn Overdue", "buy_isturnoverdue"),
            ours.WholeNumber("Blind Spots", "buy_blindspots"),
            ours.Fraction("Provider Score", "buy_providerscorepercent"),
            ours.Fraction("Customer Score", "buy_customerscorepercent"),
            ours.Fraction("Mutual Score", "buy_mutualscorepercent"),
            ours.Fraction("Coverage", "buy_coveragepercent"),
            .. ours.Choice("Verdict", "buy_verdict"),
            ours.Fraction("Win Chance", "buy_winchancepercent"),
            ours.Amount("Remaining Hours", "buy_remaininghours"),
            ours.Amount("Value per Hour", "buy_valueperhour"),
            .. ours.Choice("Focus Tier", "buy_focustier"),
            .. ours.Choice("Outcome", "buy_outcome"),
            .. ours.Choice("Approach", "buy_approach"),
            ours.Key("Outcome Stage Key", "buy_outcomestageid"),
            StarColumns.Calculated(ColumnKind.Text, new("Outcome Stage", "Vaihe lopussa"), new("The stage at which the customer stood when it was closed.", "Vaihe, jossa asiakas oli, kun myyntimahdollisuus suljettiin."),
                "LOOKUPVALUE('Buying Stage'[Stage], 'Buying Stage'[Stage Key], 'Opportunity'[Outcome Stage Key])"),
            StarColumns.Calculated(ColumnKind.Fraction, new("First Chance", "Ensimmäinen mahdollisuus"), new("Win chance of its first snapshot that has one: what was promised before anybody knew the end.", "Ensimmäisen tilannekuvan voiton mahdollisuus: mitä luvattiin ennen kuin loppu tiedettiin."),
                """
                MAXX(
                    TOPN(1, FILTER(RELATEDTABLE('Snapshot'), NOT(ISBLANK('Snapshot'[Snapshot Win Chance]))), 'Snapshot'[Taken On], ASC),
                    'Snapshot'[Snapshot Win Chance]
                )
                """),
            StarColumns.Calculated(ColumnKind.Text, new("Chance Band", "Mahdollisuuden luokka"), new("The fifth in which its first chance lies; blank without one.", "Viidennes, johon ensimmäinen mahdollisuus kuuluu; tyhjä, jos sitä ei ole."),
                """
                SWITCH(
                    TRUE(),
                    ISBLANK('Opportunity'[First Chance]), BLANK(),
                    'Opportunity'[First Chance] < 0.2, "0-20 %",
                    'Opportunity'[First Chance] < 0.4, "20-40 %",
                    'Opportunity'[First Chance] < 0.6, "40-60 %",
                    'Opportunity'[First Chance] < 0.8, "60-80 %",
                    "80-100 %"
                )
                """),
        ]) { Source = "opportunity" };
    }

    private static StarTable StageVisit(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_stagevisit");
        return Fact(source, "Stage Visit", "buy_stagevisit",
        [
            ours.Key("Visit Key", "buy_stagevisitid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            ours.Key(StageKey, "buy_stageid"),
            ours.Moment("Entered On", "buy_enteredon"),
            ours.Moment("Left On", "buy_lefton"),
            ours.Date("Entered Date", "buy_enteredon"),
            ours.Date("Left Date", "buy_lefton"),
            .. ours.Choice("Cause", "buy_cause"),
            StarColumns.Calculated(ColumnKind.WholeNumber, StarColumns.Same("Stage Before"), StarColumns.Same("Order of the stage that the opportunity left when this visit began; blank for its first visit."),
                """
                VAR Entered = 'Stage Visit'[Entered On]
                VAR Mine = 'Stage Visit'[Visit Key]
                VAR Before =
                    FILTER(
                        CALCULATETABLE('Stage Visit', ALLEXCEPT('Stage Visit', 'Stage Visit'[Opportunity Key])),
                        'Stage Visit'[Visit Key] <> Mine && NOT(ISBLANK('Stage Visit'[Left On])) && 'Stage Visit'[Left On] <= Entered
                    )
                RETURN
                    MAXX(TOPN(1, Before, 'Stage Visit'[Left On], DESC, 'Stage Visit'[Entered On], DESC), RELATED('Buying Stage'[Stage Order]))
                """) with { IsHidden = true },
        ]) with { LoadedBy = "buy_enteredon" };
    }

    private static StarTable Turn(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_turn");
        return Fact(source, "Turn", "buy_turn",
        [
            ours.Key("Turn Key", "buy_turnid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            .. ours.Choice("Party", "buy_party"),
            ours.Flag("Overdue", "buy_isoverdue"),
            ours.Moment("Began On", "buy_beganon"),
            ours.Moment("Ended On", "buy_endedon"),
        ]) with { LoadedBy = "buy_beganon" };
    }

    private static StarTable Snapshot(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_scoresnapshot");
        return Fact(source, "Snapshot", "buy_scoresnapshot",
        [
            ours.Key("Snapshot Key", "buy_scoresnapshotid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            ours.Key(StageKey, "buy_stageid"),
            ours.Moment("Taken On", "buy_takenon"),
            ours.Date("Taken Date", "buy_takenon"),
            .. ours.Choice("Snapshot Cause", "buy_cause"),
            ours.Amount("Snapshot Value", "buy_estimatedvalue"),
            ours.Fraction("Snapshot Mutual Score", "buy_mutualscorepercent"),
            ours.Fraction("Snapshot Win Chance", "buy_winchancepercent"),
            ours.Amount("Snapshot Remaining Hours", "buy_remaininghours"),
            ours.Text("Seller Stage", "buy_sellerstage"),
        ]) with { LoadedBy = "buy_takenon", IsImmutable = true };
    }

    private static StarTable Step(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_step");
        return Fact(source, "Step", "buy_step",
        [
            ours.Key("Step Key", "buy_stepid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            ours.Text("Step", "buy_name"),
            .. ours.Choice("Step Party", "buy_party"),
            ours.Date("Due Date", "buy_dueon"),
            ours.Date("First Due Date", "buy_firstdueon"),
            ours.Moment("Done On", "buy_doneon"),
            ours.Date("Done Date", "buy_doneon"),
            ours.WholeNumber("Times Put Off", "buy_duemoves"),
        ]);
    }

    private static StarTable Stakeholder(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_stakeholder");
        return Fact(source, "Stakeholder", "buy_stakeholder",
        [
            ours.Key("Stakeholder Key", "buy_stakeholderid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            ours.Text("Stakeholder", "buy_name"),
            .. ours.Choice("Role", "buy_role"),
            .. ours.Choice("Attitude", "buy_attitude"),
            .. ours.Choice("Influence", "buy_influence"),
            ours.Flag("Has Veto", "buy_hasveto"),
            ours.Flag("Is Met", "buy_ismet"),
        ]);
    }

    private static StarTable Answer(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_answer");
        return Fact(source, "Answer", "buy_answer",
        [
            ours.Key("Answer Key", "buy_answerid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            ours.Key("Question Key", "buy_questionid"),
            .. ours.Choice("Answer", "buy_value"),
            .. ours.Choice("Evidence Grade", "buy_grade"),
            ours.Date("Answered Date", "buy_answeredon"),
        ]);
    }

    private static StarTable Alternative(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_alternative");
        return Fact(source, "Alternative", "buy_alternative",
        [
            ours.Key("Alternative Key", "buy_alternativeid"),
            ours.Key(OpportunityKey, "buy_opportunityid"),
            ours.Text("Alternative", "buy_name"),
            .. ours.Choice("Alternative Kind", "buy_kind"),
            ours.Fraction("Alternative Score", "buy_customerscorepercent"),
        ]);
    }

    private static StarTable Stage(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_stage");
        return Fact(source, "Buying Stage", "buy_stage",
        [
            ours.Key(StageKey, "buy_stageid"),
            ours.Text("Stage Name", "buy_name"),
            ours.WholeNumber("Stage Order", "buy_order") with { IsHidden = true },
            StarColumns.Calculated(ColumnKind.Text, new("Stage", "Ostovaihe"), new("Order and name of the stage: processes may share a name, and it has one place then.", "Vaiheen järjestys ja nimi: prosesseilla voi olla samannimisiä vaiheita."),
                "'Buying Stage'[Stage Order] & \". \" & 'Buying Stage'[Stage Name]") with { SortBy = "Stage Order" },
        ]);
    }

    private static StarTable Question(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_question");
        return Fact(source, "Question", "buy_question",
        [
            ours.Key("Question Key", "buy_questionid"),
            ours.Key(StageKey, "buy_stageid"),
            ours.Text("Question", "buy_text"),
            .. ours.Choice("Question Kind", "buy_kind"),
            ours.WholeNumber("Question Weight", "buy_weight"),
        ]);
    }

    private static StarTable Process(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_process");
        return Fact(source, "Process", "buy_process",
        [
            ours.Key("Process Key", "buy_processid"),
            ours.Text("Process", "buy_name"),
            ours.WholeNumber("Process Version", "buy_version"),
        ]);
    }

    private static StarTable Segment(SolutionSource source)
    {
        var ours = new StarColumns(source, "buy_segment");
        return Fact(source, "Segment", "buy_segment",
        [
            ours.Key("Segment Key", "buy_segmentid"),
            ours.Text("Segment", "buy_name"),
            ours.Amount("Effort Hours", "buy_efforthours"),
        ]);
    }

    private static StarTable Account { get; } = new(new("Account", "Asiakas"), new("Customers: the organisations that buy.", "Asiakkaat: organisaatiot, jotka ostavat."),
    [
        KeyOf("Account Key", "accountid") with { IsKey = true },
        StarColumns.Standard(ColumnKind.Text, "name", new("Account", "Asiakas"), new("Name of the customer.", "Asiakkaan nimi.")),
        StarColumns.Standard(ColumnKind.Text, "address1_country", new("Country", "Maa"), new("Country of the customer's main address.", "Asiakkaan pääosoitteen maa.")),
    ]) { Source = "account" };

    private static StarTable Seller { get; } = new(new("Seller", "Myyjä"), new("Owners of opportunities.", "Myyntimahdollisuuksien omistajat."),
    [
        KeyOf("Seller Key", "systemuserid") with { IsKey = true },
        StarColumns.Standard(ColumnKind.Text, "fullname", new("Seller", "Myyjä"), new("Name of the seller.", "Myyjän nimi.")),
        StarColumns.Standard(ColumnKind.Text, "domainname", StarColumns.Same("User Name"), StarColumns.Same("Name by which the seller signs in; security roles compare it.")) with { IsHidden = true },
        KeyOf("Manager Key", "parentsystemuserid"),
        StarColumns.Calculated(ColumnKind.Text, StarColumns.Same("Manager Path"), StarColumns.Same("Keys of the seller and all managers above."), "PATH('Seller'[Seller Key], 'Seller'[Manager Key])") with { IsHidden = true },
    ]) { Source = "systemuser" };

    private static StarTable Calendar { get; } = new(new("Date", "Päivä"), new("The calendar, by UTC days: all measures of flow are.", "Kalenteri UTC-päivinä, kuten kaikki virtauksen mittarit."),
    [
        Made(ColumnKind.Date, new("Date", "Päivä"), new("The day.", "Päivä.")) with { IsKey = true },
        Made(ColumnKind.WholeNumber, new("Year", "Vuosi"), new("The year.", "Vuosi.")),
        Made(ColumnKind.Text, new("Quarter", "Vuosineljännes"), new("Year and quarter.", "Vuosi ja vuosineljännes.")),
        Made(ColumnKind.Text, new("Month", "Kuukausi"), new("Year and month.", "Vuosi ja kuukausi.")),
        Made(ColumnKind.Date, new("Week Start", "Viikon alku"), new("Monday of the week.", "Viikon maanantai.")),
    ])
    {
        IsCalendar = true,
        Query = """
            let
            	First = Date.StartOfYear(HistoryStart),
            	Last = Date.EndOfYear(Date.AddYears(Date.From(DateTimeZone.UtcNow()), 1)),
            	Days = List.Dates(First, Duration.Days(Last - First) + 1, #duration(1, 0, 0, 0)),
            	AsTable = Table.FromColumns({Days}, type table [Date = date]),
            	WithYear = Table.AddColumn(AsTable, "Year", each Date.Year([Date]), Int64.Type),
            	WithQuarter = Table.AddColumn(WithYear, "Quarter", each Text.From(Date.Year([Date])) & "-Q" & Text.From(Date.QuarterOfYear([Date])), type text),
            	WithMonth = Table.AddColumn(WithQuarter, "Month", each Date.ToText([Date], [Format = "yyyy-MM", Culture = "en-US"]), type text),
            	WithWeek = Table.AddColumn(WithMonth, "Week Start", each Date.StartOfWeek([Date], Day.Monday), type date)
            in
            	WithWeek
            """,
    };

    private static StarTable Refresh { get; } = new(StarColumns.Same("Refresh"), StarColumns.Same("When the data was read."),
    [
        Made(ColumnKind.Moment, StarColumns.Same("As Of"), StarColumns.Same("The moment (UTC) at which the data was read.")) with { IsHidden = true },
    ])
    {
        IsHidden = true,
        Query = """
            let
            	Source = #table(type table [#"As Of" = datetime], {{DateTimeZone.RemoveZone(DateTimeZone.UtcNow())}})
            in
            	Source
            """,
    };

    /// <summary>A table of our own: named as given in English, in Finnish and described as in the solution.</summary>
    private static StarTable Fact(SolutionSource source, string name, string table, IReadOnlyList<StarColumn> columns)
    {
        var found = source.Table(table);
        return new StarTable(new(name, found.Labels.Singular.Finnish), Wording.Of(found.Entity.Element("Descriptions")!), columns) { Source = table };
    }

    private static StarColumn KeyOf(string name, string column) =>
        new(ColumnKind.Key, StarColumns.Same(name), StarColumns.Same($"Column {column}.")) { Source = column, IsHidden = true };

    private static StarColumn Made(ColumnKind kind, Wording name, Wording description) => new(kind, name, description);
}
