using System.Text.RegularExpressions;
using BuyerPath.Toolbox;

namespace BuyerPath.Plugins.Tests;

/// <summary>What every plugin keeps to; a failure names the culprit.</summary>
public sealed partial class ConventionTests
{
    /// <summary>The publisher's option value prefix, times ten thousand.</summary>
    private const int FirstOption = 289450000;

    private static readonly string[] BatchRequests =
        ["ExecuteMultiple", "ExecuteTransaction", "CreateMultipleRequest", "UpdateMultipleRequest", "UpsertMultipleRequest"];

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal));

    private static string NameOf(string file) => Path.GetRelativePath(Repository.Root, file);

    [Fact]
    public void No_batch_request_is_made_inside_a_plugin() =>
        Assert.Empty(from file in Sources("plugins")
                     from request in BatchRequests
                     where File.ReadAllText(file).Contains(request, StringComparison.Ordinal)
                     select $"{NameOf(file)} uses {request}");

    [Fact]
    public void Only_the_shell_catches() =>
        Assert.Equal(["Plugin.cs"],
            from file in Sources("plugins")
            where CatchClause().IsMatch(File.ReadAllText(file))
            select Path.GetFileName(file));

    [Fact]
    public void Logical_names_are_written_in_one_place_only() =>
        Assert.Empty(from file in Sources("plugins/Plugins").Concat(Sources("tests/Plugins.Tests"))
                     where LogicalName().IsMatch(File.ReadAllText(file)) && !file.EndsWith("RefusalTests.cs", StringComparison.Ordinal)
                     select NameOf(file));

    [Fact]
    public void Plugins_have_no_state() =>
        Assert.Empty(from type in typeof(Plugin).Assembly.GetTypes()
                     where type.IsSubclassOf(typeof(Plugin))
                     from field in type.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
                     select $"{type.Name}.{field.Name}");

    [Fact]
    public void Plugins_are_named_by_what_they_keep_true() =>
        Assert.Empty(from type in typeof(Plugin).Assembly.GetTypes()
                     where Regex.IsMatch(type.Name, "(Plugin|Service|Manager|Helper|Handler)$") && type != typeof(Plugin)
                     select type.Name);

    /// <summary>Domain enums store as the choices of the solution: same names, same numbers after the prefix.</summary>
    [Theory]
    [InlineData(typeof(Domain.Positions.AnswerValue), typeof(Schema.AnswerValueChoice))]
    [InlineData(typeof(Domain.Positions.EvidenceGrade), typeof(Schema.EvidenceGradeChoice))]
    [InlineData(typeof(Domain.Positions.QuestionKind), typeof(Schema.QuestionKindChoice))]
    [InlineData(typeof(Domain.Positions.ProcessMode), typeof(Schema.ProcessModeChoice))]
    [InlineData(typeof(Domain.Positions.MoveCause), typeof(Schema.MoveCauseChoice))]
    [InlineData(typeof(Domain.Positions.AlignmentKind), typeof(Schema.AlignmentChoice))]
    [InlineData(typeof(Domain.Lifecycle), typeof(Schema.LifecycleChoice))]
    [InlineData(typeof(Domain.Positions.StakeholderRole), typeof(Schema.StakeholderRoleChoice))]
    [InlineData(typeof(Domain.Positions.Influence), typeof(Schema.InfluenceChoice))]
    [InlineData(typeof(Domain.Positions.Attitude), typeof(Schema.AttitudeChoice))]
    [InlineData(typeof(Domain.Turns.Party), typeof(Schema.PartyChoice))]
    [InlineData(typeof(Domain.Outcomes.Outcome), typeof(Schema.OutcomeChoice))]
    [InlineData(typeof(Domain.Outcomes.Approach), typeof(Schema.ApproachChoice))]
    [InlineData(typeof(Domain.Qualifications.RatingLevel), typeof(Schema.RatingLevelChoice))]
    [InlineData(typeof(Domain.Qualifications.Side), typeof(Schema.SideChoice))]
    [InlineData(typeof(Domain.Qualifications.CriterionSource), typeof(Schema.CriterionSourceChoice))]
    [InlineData(typeof(Domain.Qualifications.CriterionTable), typeof(Schema.CriterionTableChoice))]
    [InlineData(typeof(Domain.Qualifications.Derivation), typeof(Schema.DerivationChoice))]
    [InlineData(typeof(Domain.Qualifications.Verdict), typeof(Schema.VerdictChoice))]
    [InlineData(typeof(Domain.Qualifications.AlternativeKind), typeof(Schema.AlternativeKindChoice))]
    [InlineData(typeof(Domain.Qualifications.SnapshotCause), typeof(Schema.SnapshotCauseChoice))]
    public void Domain_values_store_as_the_options_of_their_choice(Type rule, Type choice) =>
        Assert.Equal(
            Enum.GetNames(choice).Select(name => (name, (int)Enum.Parse(choice, name))),
            Enum.GetNames(rule).Select(name => (name, FirstOption + (int)Enum.Parse(rule, name))));

    [GeneratedRegex(@"\bcatch\b\s*(\(|\{)")]
    private static partial Regex CatchClause();

    [GeneratedRegex("\"buy_[a-z]")]
    private static partial Regex LogicalName();
}
