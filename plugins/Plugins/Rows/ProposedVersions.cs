using BuyerPath.Domain.Calibration;
using BuyerPath.Domain.Positions;
using BuyerPath.Domain.Qualifications;
using BuyerPath.Plugins.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using CriterionTable = BuyerPath.Plugins.Schema.CriterionTable; // the rules know a choice of this name

namespace BuyerPath.Plugins.Rows;

/// <summary>Drafts of processes and scoring models with the weights that history proposes.</summary>
internal static class ProposedVersions
{
    /// <summary>A draft of the process with the proposed weights of its questions; null when none changes.</summary>
    public static Guid? DraftOf(this IOrganizationService data, BuyingProcess process, CardProposal? card)
    {
        var changes = Changes(card, process.Questions.ToDictionary(question => question.Id, question => question.Key));
        if (changes.Count == 0) return null;

        var draft = data.CloneProcess(process.Id);
        data.Weigh(ProcessRows.QuestionsOf([draft], QuestionTable.Key), QuestionTable.Key, QuestionTable.Weight, changes);
        return draft;
    }

    /// <summary>A draft of the model with the proposed weights of its criteria; null when none changes.</summary>
    public static Guid? DraftOf(this IOrganizationService data, ScoringModel? model, CardProposal? card)
    {
        var changes = Changes(card, (model?.Criteria ?? []).ToDictionary(criterion => criterion.Id, criterion => criterion.Key));
        if (changes.Count == 0) return null;

        var draft = data.CloneScoringModel(model!.Id);
        data.Weigh(ScoringModelRows.CriteriaOf([draft], CriterionTable.Key), CriterionTable.Key, CriterionTable.Weight, changes);
        return draft;
    }

    private static Dictionary<string, int> Changes(CardProposal? card, Dictionary<Guid, string> keys) =>
        (card?.Changes ?? []).ToDictionary(weight => keys[weight.Id], weight => weight.New);

    private static void Weigh(this IOrganizationService data, QueryExpression query, string key, string weight, Dictionary<string, int> changes)
    {
        foreach (var row in data.All(query).ToList())
            if (changes.TryGetValue(row.GetAttributeValue<string>(key), out var proposed))
                data.Update(new Entity(row.LogicalName, row.Id) { [weight] = proposed });
    }
}
