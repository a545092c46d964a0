using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace BuyerPath.Sandbox.Tests.Security;

/// <summary>The settings that the platform keeps for each user, such as the language.</summary>
public sealed class PersonalSettingsTests
{
    private const int Finnish = 1035;
    private readonly Scene _scene = new();

    [Fact]
    public void A_new_user_has_the_language_of_the_organization() =>
        Assert.Equal(1033, LanguageOf(_scene.User(_scene.Unit("North"), "Ann", "Basic User")));

    [Fact]
    public void A_user_chooses_the_own_language_and_nobody_elses()
    {
        var north = _scene.Unit("North");
        var (ann, ben) = (_scene.User(north, "Ann", "Basic User"), _scene.User(north, "Ben", "Basic User"));

        Choose(ann, ann);

        Assert.Equal(Finnish, LanguageOf(ann));
        Assert.Equal(1033, LanguageOf(ben));
        Assert.Equal(ErrorCode.AccessDenied, Scene.CodeOf(() => Choose(ann, ben)));
    }

    [Fact]
    public void Settings_come_with_their_user_and_in_no_other_way()
    {
        Assert.Equal(ErrorCode.NotSupportedByTable, Scene.CodeOf(() => _scene.Service.Create(new Entity("usersettings") { ["uilanguageid"] = Finnish })));
        Assert.Equal(ErrorCode.NotSupportedByTable, Scene.CodeOf(() => _scene.Service.Delete("usersettings", _scene.Me)));
    }

    private void Choose(Guid user, Guid whose) =>
        _scene.Organization.ServiceFor(user).Update(new Entity("usersettings", whose) { ["uilanguageid"] = Finnish });

    private int LanguageOf(Guid user) =>
        _scene.Service.Retrieve("usersettings", user, new ColumnSet("uilanguageid")).GetAttributeValue<int>("uilanguageid");
}
