namespace BuyerPath.Toolbox.Source;

/// <summary>
/// The views that every table has. All are shipped with stable ids: if one were missing the platform would make its own,
/// and ours would later be a second.
/// </summary>
/// <param name="Table">Name of the table, in any casing.</param>
/// <param name="Columns">The columns of all of them.</param>
/// <param name="Orders">The order of all of them.</param>
public sealed record DefaultViews(string Table, IReadOnlyList<ViewColumn> Columns, IReadOnlyList<ViewOrder> Orders)
{
    /// <summary>Key of the view that subgrids show; <see cref="NewView.IdOf"/> makes its id.</summary>
    public const string AssociatedKey = "associated";

    /// <summary>The columns where the rows of one parent are listed, when they differ.</summary>
    public IReadOnlyList<ViewColumn>? AssociatedColumns { get; init; }

    /// <summary>Writes them: six, and one more when rows have owners.</summary>
    public void AddTo(SolutionSource source)
    {
        var table = source.Table(Table);
        var (singular, plural) = table.Labels;
        var many = plural.InSentence;

        NewView View(string key, ViewKind kind, Wording name, params ViewCondition[] conditions) => new(Table, key, kind, name)
        {
            Columns = Columns, Orders = Orders, Conditions = conditions, IsDefault = true,
        };

        IEnumerable<NewView> views =
        [
            View("active", ViewKind.Public, Wording.Format("Active {0}", "Aktiiviset {0}", many), ViewCondition.IsActive),
            View("inactive", ViewKind.Public, Wording.Format("Inactive {0}", "Passiiviset {0}", many), ViewCondition.IsInactive) with { IsDefault = false },
            View("advanced find", ViewKind.AdvancedFind, Wording.Format("{0} advanced find view", "{0}: erikoishaku", singular)),
            View(AssociatedKey, ViewKind.Associated, Wording.Format("{0} associated view", "{0}: liittyvien rivien näkymä", singular), ViewCondition.IsActive) with { Columns = AssociatedColumns ?? Columns },
            View("quick find", ViewKind.QuickFind, Wording.Format("Quick find active {0}", "Pikahaku: aktiiviset {0}", many), ViewCondition.IsActive) with { Searched = [table.PrimaryName] },
            View("lookup", ViewKind.Lookup, Wording.Format("{0} lookup view", "{0}: hakunäkymä", singular), ViewCondition.IsActive),
        ];
        foreach (var view in views)
            view.AddTo(source);

        if (table.Ownership == Ownership.UserOwned)
            new NewView(Table, "mine", ViewKind.Offline, Wording.Format("My {0}", "Omat {0}", many))
            {
                Description = Wording.Format("Active {0} owned by me", "Omistamani aktiiviset {0}", many),
                Conditions = [ViewCondition.IsActive, new("ownerid", "eq-userid")],
                IsDefault = true,
                IsDeletable = true,
            }.AddTo(source);
    }
}
