using BuyerPath.Sandbox.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace BuyerPath.Sandbox.Tests.Pipeline;

public sealed class ImageTests
{
    private readonly Scene _scene = new();

    [Fact]
    public void A_pre_image_has_the_old_values_of_its_columns_and_nothing_else()
    {
        Entity? image = null;
        _scene.On("Update", "smpl_visit", 20, run => image = run.Context.PreEntityImages["before"], Pre("smpl_subject", "smpl_notes"));
        var visit = _scene.Visit("old");

        _scene.Set(visit, "smpl_subject", "new");

        Assert.Equal(["smpl_subject"], image!.Attributes.Keys); // the empty notes are absent
        Assert.Equal("old", image["smpl_subject"]);
        Assert.Equal(visit, image.Id);
    }

    [Fact]
    public void A_post_image_without_columns_has_all_of_them_with_names()
    {
        Entity? image = null;
        _scene.On("Create", "smpl_visit", 40, run => image = run.Context.PostEntityImages["after"],
            step => step with { Images = [new StepImage("after", IsPre: false, IsPost: true, [])] });

        var region = _scene.Region("North");
        _scene.Service.Create(new Entity("smpl_visit") { ["smpl_regionid"] = new EntityReference("smpl_region", region) });

        Assert.Equal("North", image!.GetAttributeValue<EntityReference>("smpl_regionid").Name);
        Assert.True(image.Contains("modifiedon"));
        Assert.True(image.Contains("smpl_visitid"));
    }

    [Fact]
    public void The_primary_key_is_in_an_image_that_names_it()
    {
        Entity? image = null;
        _scene.On("Update", "smpl_visit", 20, run => image = run.Context.PreEntityImages["before"], Pre("smpl_visitid", "smpl_subject"));
        var visit = _scene.Visit("old");

        _scene.Set(visit, "smpl_subject", "new");

        Assert.Equal(visit, image!["smpl_visitid"]);
    }

    [Fact]
    public void A_delete_shows_the_row_that_goes()
    {
        object? subject = null;
        _scene.On("Delete", "smpl_visit", 40, run => subject = run.Context.PreEntityImages["before"]["smpl_subject"], Pre("smpl_subject"));
        var visit = _scene.Visit("gone");

        _scene.Service.Delete("smpl_visit", visit);

        Assert.Equal("gone", subject);
    }

    [Fact]
    public void A_step_on_many_rows_has_the_images_by_position()
    {
        var seen = new List<object>();
        _scene.On("UpdateMultiple", "smpl_visit", 40, run =>
        {
            Assert.Empty(run.Context.PreEntityImages);
            Assert.Empty(run.Context.PostEntityImages);
            for (var at = 0; at < run.Targets.Count; at++)
                seen.Add($"{run.Context.PreEntityImagesCollection[at]["image"]["smpl_subject"]} -> {run.Context.PostEntityImagesCollection[at]["image"]["smpl_subject"]}");
        }, step => step with { Images = [new StepImage("image", IsPre: true, IsPost: true, ["smpl_subject"])] });
        var (a, b) = (_scene.Visit("a"), _scene.Visit("b"));

        _scene.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([new Entity("smpl_visit", b) { ["smpl_subject"] = "B" }, new Entity("smpl_visit", a) { ["smpl_subject"] = "A" }]),
        });

        Assert.Equal(["b -> B", "a -> A"], seen);
    }

    private static Func<Step, Step> Pre(params string[] columns) =>
        step => step with { Images = [new StepImage("before", IsPre: true, IsPost: false, columns)] };
}
