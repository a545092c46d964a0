using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

/// <summary>Forms with every part that a form can have.</summary>
public class SourceFormTests
{
    private static readonly Wording Any = new("Text", "Teksti");

    private readonly SolutionSource source = SourceCopy.Take();

    [Fact]
    public void A_form_of_every_part_keeps_the_rules()
    {
        Form("all",
            [new FieldSection("fields", Any,
                new("buy_journey") { Component = ("buy_BuyerPath.Journey", "journey"), IsLocked = true },
                new("buy_processid"),
                new("name") { Standard = (Any, "nvarchar") }) { Beside = 2 }],
            [new SubgridSection("answers", Any, "buy_Answer", "buy_opportunity_answer", Height: 4)]).AddTo(source);

        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void Fields_beside_each_other_share_a_row()
    {
        Form("beside", [new FieldSection("fields", Any, new("buy_processid"), new("buy_stageid"), new("buy_blindspots")) { Beside = 2 }]).AddTo(source);

        Assert.Equal([2, 1], Added.Descendants("row").Select(row => row.Elements("cell").Count()));
        Assert.Equal("11", Added.Descendants("section").Single().Attribute("columns")!.Value);
    }

    [Fact]
    public void The_columns_of_a_tab_fill_its_width()
    {
        var one = new FieldSection("one", Any, new FormField("buy_processid"));
        Form("three columns", [one], [one with { Name = "two", Fields = [new("buy_stageid")] }], [one with { Name = "three", Fields = [new("buy_blindspots")] }]).AddTo(source);

        Assert.Equal(["34%", "33%", "33%"], Added.Descendants("column").Select(column => column.Attribute("width")!.Value));
    }

    [Fact]
    public void A_list_spans_the_rows_that_follow_it()
    {
        Form("list", [new SubgridSection("visits", Any, "buy_StageVisit", "buy_opportunity_stagevisit", Height: 6)]).AddTo(source);

        Assert.Equal("6", Added.Descendants("cell").Single().Attribute("rowspan")!.Value);
        Assert.Equal(6, Added.Descendants("row").Count());
    }

    [Fact]
    public void A_standard_column_needs_its_label_and_type()
    {
        var form = Form("standard", [new FieldSection("fields", Any, new FormField("name"))]);

        var refusal = Assert.Throws<SourceException>(() => form.AddTo(source));

        Assert.Equal("The source of Opportunity lists no column name. If the platform defines it, say its label and type.", refusal.Message);
    }

    [Fact]
    public void A_quick_view_shows_a_form_of_the_row_that_its_lookup_points_at()
    {
        new NewForm("buy_Question", FormKind.QuickView, "glance", Any, Any, [new FormTab("tab", Any, [[new FieldSection("fields", Any, new FormField("buy_proof"))]])]).AddTo(source);
        new NewSection("buy_Answer", "general", new QuickViewSection("question", Any, "buy_questionid", "buy_Question", "glance")).AddTo(source);

        var shown = source.Changed.Single(path => path.StartsWith("Entities/buy_Question/FormXml/quick/", StringComparison.Ordinal));
        Assert.Contains(Path.GetFileNameWithoutExtension(shown), source.Xml(source.MainForm("buy_Answer")).Descendants("QuickForms").Single().Value, StringComparison.Ordinal);
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void A_lookup_may_be_a_quick_view_and_a_field_of_one_form()
    {
        Form("both", [new QuickViewSection("view", Any, "buy_stageid", "buy_Stage", "at a glance"), new FieldSection("fields", Any, new FormField("buy_stageid"))]).AddTo(source);

        Assert.Equal(["buy_stageid", "buy_stageid"], Added.Descendants("control").Select(control => control.Attribute("datafieldname")!.Value));
        Assert.Empty(SourceCopy.Findings(source));
    }

    [Fact]
    public void The_same_form_twice_is_refused()
    {
        var form = Form("twice", [new FieldSection("fields", Any, new FormField("buy_processid"))]);
        form.AddTo(source);

        var refusal = Assert.Throws<SourceException>(() => form.AddTo(source));

        Assert.EndsWith("exists already.", refusal.Message, StringComparison.Ordinal);
    }

    private XElement Added => source.Xml(Assert.Single(source.Changed));

    private static NewForm Form(string key, params IReadOnlyList<FormSection>[] columns) =>
        new("Opportunity", FormKind.Main, key, Any, Any, [new FormTab("tab", Any, columns)]);
}
