using BuyerPath.Plugins.Schema;
using BuyerPath.Toolbox.Data;

namespace BuyerPath.Sandbox.Host.Pipelines;

/// <summary>Reads one opportunity of a <see cref="SamplePipelineFile"/>. Nothing of it may be before its creation or after its end.</summary>
internal sealed class SampleOpportunityReader
{
    private const int LongestName = SamplePipelineFile.LongestName;
    private const int LongestStep = 200;
    private const int LongestDetail = 2000;
    private const int MostDays = 3650;

    private readonly int _created;
    private readonly SampleClose? _closed;
    private readonly IReadOnlyList<string> _contacts;

    private SampleOpportunityReader(YamlMap map, SampleAccount account)
    {
        _contacts = [.. account.Contacts.Select(contact => contact.Name)];
        _created = map.WholeNumber("createdDaysAgo", 0, MostDays);
        _closed = map.OptionalMap("closed", Close);
    }

    /// <summary>Reads an opportunity.</summary>
    /// <param name="map">Where it is.</param>
    /// <param name="process">Key of its buying process if it names none of its own.</param>
    /// <param name="names">Names of the opportunities read so far.</param>
    /// <param name="sellers">Names of the sellers.</param>
    /// <param name="accounts">The customers.</param>
    public static SampleOpportunity Read(
        YamlMap map, string process, ISet<string> names, IReadOnlyCollection<string> sellers, IReadOnlyList<SampleAccount> accounts)
    {
        var name = map.Reference("account", [.. accounts.Select(account => account.Name)]);
        var account = accounts.FirstOrDefault(account => account.Name == name) ?? new SampleAccount(name, "", []); // a finding already
        var reader = new SampleOpportunityReader(map, account);
        return new(
            map.Key("name", names),
            account,
            map.Reference("contact", reader._contacts),
            map.Reference("seller", sellers),
            map.OptionalText("process", LongestName) ?? process,
            map.Amount("value"),
            map.Text("description", LongestDetail),
            reader._created,
            map.WholeNumber("closesInDays", -MostDays, MostDays))
        {
            Closed = reader._closed,
            SellerStages = map.OptionalEach("sellerStages", stage => new SampleSellerStage(reader.DaysAgo(stage), stage.Choice<SalesStage>("stage"))),
            Stakeholders = map.OptionalEach("stakeholders", reader.Stakeholder),
            Plan = reader.Plan(map),
            Shares = map.OptionalEach("shares", reader.Share),
            Answers = map.OptionalEach("answers", reader.Answer),
        };
    }

    private SampleClose Close(YamlMap map)
    {
        var close = new SampleClose(
            map.WholeNumber("daysAgo", 0, _created),
            map.Choice<DealStatus>("as"),
            map.OptionalChoice<LostReason>("reason"),
            map.OptionalChoice<OutcomeChoice>("outcome"),
            map.OptionalChoice<ApproachChoice>("approach"));
        if (close.Status == DealStatus.Open) map.Complain("as", "is 'open'; what is closed is won or lost");
        if (close is { Status: DealStatus.Won, Reason: not null }) map.Complain("reason", "is for what is lost");
        return close;
    }

    private SampleStakeholder Stakeholder(YamlMap map)
    {
        var contact = map.OptionalReference("contact", _contacts);
        var role = map.OptionalText("name", LongestName);
        if (contact is null == role is null) map.Complain("name", "stands for a person not known yet: give either contact or name");
        return new(
            contact ?? role ?? "",
            contact,
            map.OptionalWholeNumber("daysAgo", _closed?.DaysAgo ?? 0, _created) ?? _created,
            map.OptionalChoice<StakeholderRoleChoice>("role"),
            map.OptionalChoice<InfluenceChoice>("influence"),
            map.OptionalChoice<AttitudeChoice>("attitude"),
            map.Flag("veto"),
            map.Flag("met"));
    }

    private IReadOnlyList<SampleStep> Plan(YamlMap map)
    {
        var names = new HashSet<string>();
        List<SampleStep> agreed = [];
        map.OptionalEach("plan", step =>
        {
            agreed.Add(Step(step, agreed, names));
            return agreed[^1];
        });
        return agreed;
    }

    private SampleStep Step(YamlMap map, IReadOnlyList<SampleStep> agreed, HashSet<string> names)
    {
        var daysAgo = DaysAgo(map);
        var party = map.Choice<PartyChoice>("party");
        if (party == PartyChoice.Nobody) map.Complain("party", "is 'nobody'; a step is somebody's");
        var after = map.OptionalReference("after", [.. agreed.Where(earlier => earlier.DaysAgo >= daysAgo).Select(earlier => earlier.Name)]);
        var name = map.Text("step", LongestStep);
        if (name.Length > 0 && !names.Add(name)) map.Complain("step", $"'{name}' is there twice; a step is known by its name");
        var done = map.OptionalWholeNumber("doneDaysAgo", _closed?.DaysAgo ?? 0, daysAgo);
        return new(
            name,
            party,
            map.OptionalReference("contact", _contacts),
            daysAgo,
            map.WholeNumber("dueInDays", -MostDays, MostDays),
            done,
            after,
            map.Flag("decision"),
            map.OptionalEach("moves", move => new SampleMove(
                move.WholeNumber("daysAgo", done ?? _closed?.DaysAgo ?? 0, daysAgo),
                move.WholeNumber("dueInDays", -MostDays, MostDays),
                move.Flag("outsideReason"))));
    }

    private SampleShare Share(YamlMap map)
    {
        var daysAgo = DaysAgo(map);
        return new(
            map.Text("content", LongestName),
            map.OptionalReference("contact", _contacts),
            daysAgo,
            map.OptionalWholeNumber("usedDaysAgo", _closed?.DaysAgo ?? 0, daysAgo),
            map.OptionalText("detail", LongestDetail));
    }

    private SampleAnswer Answer(YamlMap map) => new(
        map.Text("question", LongestName),
        DaysAgo(map),
        map.Choice<AnswerValueChoice>("value"),
        map.OptionalChoice<EvidenceGradeChoice>("grade"),
        map.OptionalReference("source", _contacts),
        map.Text("detail", LongestDetail));

    private int DaysAgo(YamlMap map) => map.WholeNumber("daysAgo", _closed?.DaysAgo ?? 0, _created);
}
