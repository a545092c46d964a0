using BuyerPath.PowerBi.Tests.Dax;
using BuyerPath.Toolbox.PowerBi;

namespace BuyerPath.PowerBi.Tests;

/// <summary>What must hold of a model before Power BI would load it or show right numbers; each rule gives its findings, a sentence each.</summary>
internal static class ModelRules
{
    private const int LongestName = 100;

    /// <summary>Everything that is found.</summary>
    public static IReadOnlyList<string> Findings(SemanticModel model) =>
    [
        .. UnreadableDax(model),
        .. UnknownNames(model),
        .. UnknownCodes(model),
        .. Cycles(model),
        .. AmbiguousPaths(model.Star),
        .. BrokenRelationships(model),
        .. BestPractice(model),
    ];

    private static IEnumerable<string> UnreadableDax(SemanticModel model)
    {
        foreach (var (name, dax) in model.Definitions)
            if (Unreadable(dax) is { } reason) yield return $"{name}: {reason}";
    }

    private static IEnumerable<string> UnknownNames(SemanticModel model)
    {
        var measures = model.Measures.Select(measure => measure.EnglishName).ToHashSet();
        foreach (var (name, names) in Named(model))
        {
            foreach (var (table, column) in names.Columns.Where(each => model.Column(each.Table, each.Column) is null))
                yield return $"{name} names '{table}'[{column}], which does not exist.";
            foreach (var table in names.Tables.Where(each => model.Table(each) is null)) yield return $"{name} names '{table}', which does not exist.";
            foreach (var measure in names.Bare.Where(each => !each.StartsWith('@') && !measures.Contains(each)))
                yield return $"{name} names [{measure}], which does not exist.";
        }
    }

    /// <summary>Codes are English labels of the solution's choices: one that is renamed there would silently count nothing.</summary>
    private static IEnumerable<string> UnknownCodes(SemanticModel model) =>
        from definition in Named(model)
        from compared in definition.Names.Comparisons
        let column = model.Column(compared.Table, compared.Column)
        where column is not null
        where column.Kind == ColumnKind.Label || (column.Kind == ColumnKind.Code && !column.Choice!.Options.Values.Any(option => option.English == compared.Text))
        select column.Kind == ColumnKind.Label
            ? $"{definition.Name} compares '{compared.Table}'[{compared.Column}], which is translated; compare its code."
            : $"{definition.Name} compares '{compared.Table}'[{compared.Column}] with \"{compared.Text}\", which is no option.";

    private static IEnumerable<string> Cycles(SemanticModel model)
    {
        var uses = Named(model).ToDictionary(
            each => each.Name,
            each => each.Names.Bare.Concat(each.Names.Columns.Select(column => $"{column.Table}[{column.Column}]")).ToList());
        return uses.Keys.Where(name => Reaches(name, name, [])).Select(name => $"{name} depends on itself.");

        bool Reaches(string from, string to, HashSet<string> seen) =>
            uses.TryGetValue(from, out var used) && used.Any(next => next == to || (seen.Add(next) && Reaches(next, to, seen)));
    }

    /// <summary>Two ways for a filter to come from one table to another: Power BI refuses such a model.</summary>
    private static IEnumerable<string> AmbiguousPaths(StarSchema star)
    {
        return
            from start in star.Tables
            from end in star.Tables
            let paths = Paths(start.Name.English, end.Name.English)
            where start != end && paths > 1
            select $"A filter on {end.Name.English} reaches {start.Name.English} in {paths} ways.";

        int Paths(string from, string to) => from == to ? 1 : star.Relationships.Where(each => each.FromTable == from).Sum(each => Paths(each.ToTable, to));
    }

    private static IEnumerable<string> BrokenRelationships(SemanticModel model)
    {
        foreach (var each in model.Star.Relationships)
        {
            var many = model.Column(each.FromTable, each.FromColumn);
            var one = model.Column(each.ToTable, each.ToColumn);
            if (many is null || one is null) yield return $"The relationship from {each.FromTable} to {each.ToTable} names a column that does not exist.";
            else if (many.DataType != one.DataType) yield return $"The relationship from {each.FromTable} to {each.ToTable} joins {many.DataType} with {one.DataType}.";
            else if (!one.IsKey) yield return $"{each.ToTable}[{each.ToColumn}] is the one side of a relationship and not the key of its table.";
        }
    }

    /// <summary>Rules after the public Best Practice Analyzer that can be told from the model's text.</summary>
    private static IEnumerable<string> BestPractice(SemanticModel model)
    {
        foreach (var measure in model.Measures)
        {
            if (!measure.Description.EndsWith('.')) yield return $"{measure.EnglishName}: the description is no sentence.";
            if (Unreadable(measure.Dax) is null && DaxReader.NamesIn(measure.Dax).Functions.Contains("IFERROR")) yield return $"{measure.EnglishName} hides errors by IFERROR.";
            if (measure.Dax.Contains(" / ", StringComparison.Ordinal)) yield return $"{measure.EnglishName} divides by '/': use DIVIDE.";
        }
        foreach (var twice in model.Measures.GroupBy(measure => measure.EnglishName, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            yield return $"There are {twice.Count()} measures {twice.Key}.";
        foreach (var table in model.Star.Tables)
        {
            foreach (var column in table.Columns)
            {
                var name = $"{table.Name.English}[{column.Name.English}]";
                if (column.Name.English.Length > LongestName || column.Name.English.Trim() != column.Name.English) yield return $"{name} has a name that is too long or begins or ends with a space.";
                if (column.Description.English.Length == 0) yield return $"{name} has no description.";
                if (column.Kind is ColumnKind.Key or ColumnKind.Code or ColumnKind.Moment && !column.IsHidden) yield return $"{name} is for measures and relationships: hide it.";
                if (column.SortBy is { } sort && model.Column(table.Name.English, sort) is null) yield return $"{name} is sorted by [{sort}], which does not exist.";
            }
            foreach (var twice in table.Columns.GroupBy(column => column.Name.English, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
                yield return $"{table.Name.English} has {twice.Count()} columns {twice.Key}.";
        }
    }

    private static IEnumerable<(string Name, DaxNames Names)> Named(SemanticModel model) =>
        model.Definitions.Where(each => Unreadable(each.Dax) is null).Select(each => (each.Name, DaxReader.NamesIn(each.Dax)));

    private static string? Unreadable(string dax)
    {
        try
        {
            DaxReader.NamesIn(dax);
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
