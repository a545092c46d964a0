namespace BuyerPath.Domain.Positions;

/// <summary>An answer that an opportunity has been given, to a question of whichever process.</summary>
/// <param name="Id">Row id.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="QuestionKey">Its key; empty when it has none.</param>
/// <param name="AnsweredOn">When it was learnt (UTC).</param>
/// <param name="IsWithdrawn">It does not count any more.</param>
public sealed record GivenAnswer(Guid Id, Guid QuestionId, string QuestionKey, DateTime AnsweredOn, bool IsWithdrawn);

/// <summary>An answer that counts in another process too.</summary>
/// <param name="Answer">The answer as it was given.</param>
/// <param name="QuestionId">The other process's question that it answers.</param>
/// <param name="InPlaceOf">An older answer to that question, which it replaces; null when there is none.</param>
public sealed record KeptAnswer(GivenAnswer Answer, Guid QuestionId, GivenAnswer? InPlaceOf);

/// <summary>What an opportunity keeps when it moves to another process, or to another version of its own.</summary>
public static class ProcessChange
{
    /// <summary>
    /// The answers that the other process asks for too: to each of its questions the one to a question of the same key that
    /// was learnt last. An answer to the question itself stays unless something was learnt later; withdrawn, it stays withdrawn.
    /// A question without a key is shared with nobody.
    /// </summary>
    /// <param name="given">All answers on the opportunity.</param>
    /// <param name="to">The process that it follows from now on.</param>
    public static IReadOnlyList<KeptAnswer> Kept(IReadOnlyCollection<GivenAnswer> given, BuyingProcess to)
    {
        var there = given.ToDictionary(answer => answer.QuestionId);
        var withKey = given.Where(answer => !answer.IsWithdrawn && answer.QuestionKey.Length > 0).ToLookup(answer => answer.QuestionKey);
        return (
            from question in to.Questions
            let latest = withKey[question.Key].OrderBy(answer => answer.AnsweredOn).ThenBy(answer => answer.Id).LastOrDefault()
            let old = there.TryGetValue(question.Id, out var answer) ? answer : null
            where latest != null && (old == null || latest.AnsweredOn > old.AnsweredOn)
            select new KeptAnswer(latest, question.Id, old)).ToList();
    }
}
