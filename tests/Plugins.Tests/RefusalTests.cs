using System.ServiceModel;
using BuyerPath.Domain.Positions;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Plugins.Tests;

/// <summary>Bad input gets a sentence that names the field, and nothing is saved.</summary>
public sealed class RefusalTests
{
    private const int FinnishCode = 1035;

    private readonly Scene _scene = new();

    private Entity Valid(Guid opportunity) => _scene.NewAnswer(opportunity, _scene.Question(1), AnswerValue.Yes, EvidenceGrade.Did);

    [Fact]
    public void An_unknown_question_is_refused() =>
        Refused("buy_question", answer => answer[AnswerTable.QuestionId] = new EntityReference(QuestionTable.LogicalName, Guid.NewGuid()));

    [Fact]
    public void A_missing_question_is_refused() =>
        Refused("Question (buy_questionid) is missing: give the question that is answered.", answer => answer.Attributes.Remove(AnswerTable.QuestionId));

    [Fact]
    public void A_missing_opportunity_is_refused() =>
        Refused("Opportunity (buy_opportunityid) is missing", answer => answer.Attributes.Remove(AnswerTable.OpportunityId));

    [Fact]
    public void A_missing_value_is_refused() =>
        Refused("Answer (buy_value) is missing: give yes, no or unknown.", answer => answer.Attributes.Remove(AnswerTable.Value));

    [Fact]
    public void A_yes_without_a_grade_is_refused() =>
        Refused("Evidence grade (buy_grade) is missing", answer => answer.Attributes.Remove(AnswerTable.Grade));

    [Fact]
    public void A_grade_that_is_no_option_is_refused() =>
        Refused("buy_grade", answer => answer[AnswerTable.Grade] = new OptionSetValue(289450009));

    [Fact]
    public void A_text_that_is_too_long_is_refused() =>
        Refused("buy_detail", answer => answer[AnswerTable.Detail] = new string('x', 2001));

    [Fact]
    public void An_answer_from_the_future_is_refused() =>
        Refused("Answered on (buy_answeredon) lies in the future", answer => answer[AnswerTable.AnsweredOn] = _scene.Now.AddDays(2));

    [Fact]
    public void Whoever_reads_Finnish_is_refused_in_Finnish()
    {
        _scene.Reads(FinnishCode);

        Refused("Kysymys (buy_questionid) puuttuu: anna kysymys, johon vastataan.", answer => answer.Attributes.Remove(AnswerTable.QuestionId));
    }

    [Fact]
    public void Whoever_reads_another_language_is_refused_in_English()
    {
        _scene.Reads(1031);

        Refused("Question (buy_questionid) is missing: give the question that is answered.", answer => answer.Attributes.Remove(AnswerTable.QuestionId));
    }

    [Fact]
    public void A_question_of_another_process_is_refused()
    {
        _scene.Process("other", stages: 2);
        Refused(
            "The question (buy_questionid) is not one of the buying process \"Process\" that the opportunity follows.",
            answer => answer[AnswerTable.QuestionId] = _scene.QuestionsOf("other", 1)[0]);
    }

    [Fact]
    public void An_opportunity_without_a_process_cannot_be_answered_on()
    {
        var without = _scene.OpportunityWithoutProcess();
        Refused("The opportunity has no buying process (buy_processid)", answer => answer[AnswerTable.OpportunityId] = new EntityReference(OpportunityTable.LogicalName, without));
    }

    [Fact]
    public void A_second_answer_to_the_same_question_is_refused()
    {
        var opportunity = _scene.Opportunity();
        _scene.Service.Create(Valid(opportunity));
        var before = _scene.Everything();

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Service.Create(Valid(opportunity)));

        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void An_answer_cannot_move_to_another_question()
    {
        var answer = _scene.Answer(_scene.Opportunity(), _scene.Question(1), AnswerValue.Yes, EvidenceGrade.Did);

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            _scene.Service.Update(new Entity(AnswerTable.LogicalName, answer) { [AnswerTable.QuestionId] = _scene.Question(2) }));

        Assert.StartsWith("Question (buy_questionid) cannot change", refusal.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_row_of_many_refuses_all_and_says_which()
    {
        var opportunity = _scene.Opportunity();
        var bad = _scene.NewAnswer(opportunity, _scene.Question(2), AnswerValue.Yes, null);
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([Valid(opportunity), bad]) { EntityName = AnswerTable.LogicalName },
        }));

        Assert.StartsWith("Row 2 of 2: Evidence grade (buy_grade) is missing", refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }

    [Fact]
    public void Unknown_is_always_a_legal_answer()
    {
        var opportunity = _scene.Opportunity();
        var before = _scene.DerivedOf(opportunity);

        _scene.Service.Create(_scene.NewAnswer(opportunity, _scene.Question(1), AnswerValue.Unknown, null));

        Assert.Equal(before, _scene.DerivedOf(opportunity));
    }

    private void Refused(string sentence, Action<Entity> spoil)
    {
        var answer = Valid(_scene.Opportunity());
        spoil(answer);
        var before = _scene.Everything();

        var refusal = Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Service.Create(answer));

        Assert.Contains(sentence, refusal.Detail.Message, StringComparison.Ordinal);
        Assert.Equal(before, _scene.Everything());
    }
}
