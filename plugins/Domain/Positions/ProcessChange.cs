namespace BuyerPath.Domain.Positions;

/// <summary>What an opportunity keeps when it moves to another process, or to another version of its own.</summary>
public static class ProcessChange
{
    /// <summary>
    /// The answers that the other process asks for too: those to a question whose key it shares, as answers to that
    /// question. What it does not ask is not among them. A question without a key is shared with nobody.
    /// </summary>
    public static IReadOnlyList<Answer> Kept(IEnumerable<Answer> answers, BuyingProcess from, BuyingProcess to)
    {
        var keyOf = WithKey(from).ToDictionary(question => question.Id, question => question.Key);
        var idOf = WithKey(to).ToDictionary(question => question.Key, question => question.Id);
        return answers
            .Where(answer => keyOf.TryGetValue(answer.QuestionId, out var key) && idOf.ContainsKey(key))
            .Select(answer => answer with { QuestionId = idOf[keyOf[answer.QuestionId]] })
            .ToList();
    }

    private static IEnumerable<Question> WithKey(BuyingProcess process) => process.Questions.Where(question => question.Key.Length > 0);
}
