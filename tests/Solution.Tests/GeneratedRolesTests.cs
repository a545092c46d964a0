using System.Xml.Linq;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Adding;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Solution.Tests;

public sealed class GeneratedRolesTests
{
    private readonly SolutionSource _source = SourceCopy.Take();

    [Fact]
    public void The_solution_has_the_declared_roles()
    {
        var obsolete = RoleFiles.WriteInto(_source);

        Assert.True(_source.Changed.Count + obsolete.Count == 0, $"Not as declared: {string.Join(", ", _source.Changed.Concat(obsolete))}. Run 'dotnet pac-scripts/roles.cs'.");
    }

    [Fact]
    public void The_document_shows_the_declared_roles() =>
        Assert.True(new RoleDocument(Repository.PathOf("solution/roles.md")).IsCurrent(_source), "Run 'dotnet pac-scripts/roles.cs'.");

    [Theory]
    [InlineData("buy_StageVisit")]
    [InlineData("buy_Turn")]
    [InlineData("buy_ScoreSnapshot")]
    public void No_role_writes_history(string table)
    {
        string[] writing = ["Create", "Write", "Delete", "Append"];

        Assert.Empty(SecurityRole.All.SelectMany(Privileges).Select(privilege => privilege.Name).Intersect(writing.Select(verb => $"prv{verb}{table}")));
    }

    [Theory] // role, table, verb and depth; null where the role may not
    [InlineData("Buying process seller", "buy_Answer", "Write", "Basic")]
    [InlineData("Buying process seller", "buy_Turn", "Read", "Basic")]
    [InlineData("Buying process seller", "buy_Turn", "Assign", "Basic")]
    [InlineData("Buying process seller", "buy_Process", "Read", "Global")]
    [InlineData("Buying process seller", "buy_Question", "AppendTo", "Global")]
    [InlineData("Buying process seller", "buy_Process", "Write", null)]
    [InlineData("Buying process manager", "buy_Answer", "Write", "Deep")]
    [InlineData("Buying process manager", "buy_Process", "Create", null)]
    [InlineData("Buying process reader", "buy_Answer", "Read", "Global")]
    [InlineData("Buying process reader", "buy_Answer", "Create", null)]
    [InlineData("Buying process reader", "Opportunity", "Read", "Global")]
    [InlineData("Buying process seller", "Opportunity", "Read", null)] // Salesperson brings it
    [InlineData("Buying process administrator", "buy_Process", "Delete", "Global")]
    [InlineData("Buying process administrator", "buy_Process", "Assign", null)] // nobody owns it
    [InlineData("Buying process administrator", "buy_Answer", "Read", null)]
    public void A_role_may_do_what_its_members_need_and_no_more(string role, string table, string verb, string? depth) =>
        Assert.Equal(depth, Privileges(SecurityRole.All.Single(one => one.Name == role)).SingleOrDefault(privilege => privilege.Name == $"prv{verb}{table}").Depth);

    [Fact]
    public void A_new_table_gets_its_privileges()
    {
        Addition.Perform(
            ["table", "buy_Lesson", "--set", "buy_lessons", "--owner", "user", "--en", "Lesson", "--fi", "Oppi", "--plural-en", "Lessons", "--plural-fi", "Opit", "--describe-en", "What was learnt.", "--describe-fi", "Mitä opittiin."],
            _source);

        RoleFiles.WriteInto(_source);

        Assert.Contains(("prvCreatebuy_Lesson", "Basic"), Privileges(SecurityRole.All.Single(role => role.Name == "Buying process seller")));
        Assert.Contains("| Work: Lesson (`buy_lesson`) |  | CRWDATGS unit and below | R all | CRWDATGS own |", RoleFiles.Matrix(_source));
    }

    [Fact]
    public void A_role_that_is_declared_no_longer_leaves_the_solution()
    {
        _source.Add("Roles/Somebody.xml", XElement.Parse("""<Role id="{1}" name="Somebody" />"""));
        _source.Manifest.AddById(20, "{1}");

        Assert.Equal(["Roles/Somebody.xml"], RoleFiles.WriteInto(_source));

        Assert.False(_source.Has("Roles/Somebody.xml"));
        Assert.Equal(SecurityRole.All.Count, _source.Manifest.RootComponents.Count(root => (int)root.Attribute("type")! == 20));
    }

    [Fact]
    public void Members_of_every_role_see_the_app() =>
        Assert.Empty(SecurityRole.All.Select(RoleFiles.IdOf).Except(
            _source.Files("AppModules/", "/AppModule.xml").Single().Root.Descendants("Role").Select(role => role.Attribute("id")!.Value)));

    private IEnumerable<(string Name, string Depth)> Privileges(SecurityRole role) =>
        _source.Xml($"Roles/{role.Name}.xml").Descendants("RolePrivilege").Select(privilege => (privilege.Attribute("name")!.Value, privilege.Attribute("level")!.Value));
}
