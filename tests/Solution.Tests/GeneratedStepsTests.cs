using System.Reflection;
using BuyerPath.Plugins.Registration;
using BuyerPath.Toolbox;
using BuyerPath.Toolbox.Generation;
using BuyerPath.Toolbox.Source;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Solution.Tests;

public sealed class GeneratedStepsTests
{
    private static readonly AssemblyName Identity = new("Sample.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=1b4fa4ccbc115171");

    private readonly SolutionSource _source = SolutionSource.Load(Repository.PathOf("solution/src"));

    [Fact]
    public void The_solution_registers_exactly_what_the_code_declares()
    {
        var different = StepFiles.Differences(_source, typeof(Plugins.Plugin).Assembly);

        Assert.True(different.Count == 0, $"Changed in only one place: {string.Join(", ", different)}. Run 'dotnet pac-scripts/steps.cs'.");
    }

    [Fact]
    public void A_step_is_written_as_exports_write_it() =>
        Assert.Equal($$"""
            <SdkMessageProcessingStep Name="BuyerPath.Solution.Tests.KeepsCount: UpdateMultiple of buy_answer" SdkMessageProcessingStepId="{{StableId.Of("step BuyerPath.Solution.Tests.KeepsCount UpdateMultiple buy_answer PostOperation"):B}}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <SdkMessageName>UpdateMultiple</SdkMessageName>
              <PluginTypeName>BuyerPath.Solution.Tests.KeepsCount, Sample.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=1b4fa4ccbc115171</PluginTypeName>
              <PluginTypeId>{{StableId.Of("plugin type BuyerPath.Solution.Tests.KeepsCount")}}</PluginTypeId>
              <PrimaryEntity>buy_answer</PrimaryEntity>
              <AsyncAutoDelete>0</AsyncAutoDelete>
              <FilteringAttributes>buy_value,buy_grade</FilteringAttributes>
              <InvocationSource>0</InvocationSource>
              <Mode>0</Mode>
              <Rank>2</Rank>
              <EventHandlerTypeCode>4602</EventHandlerTypeCode>
              <Stage>40</Stage>
              <IsCustomizable>1</IsCustomizable>
              <IsHidden>0</IsHidden>
              <SupportedDeployment>0</SupportedDeployment>
              <IntroducedVersion>0.1.0.0</IntroducedVersion>
              <SdkMessageProcessingStepImages>
                <SdkMessageProcessingStepImage Name="Before">
                  <SdkMessageProcessingStepImageId>{{StableId.Of("step BuyerPath.Solution.Tests.KeepsCount UpdateMultiple buy_answer PostOperation Before"):B}}</SdkMessageProcessingStepImageId>
                  <Attributes>buy_value</Attributes>
                  <EntityAlias>Before</EntityAlias>
                  <ImageType>0</ImageType>
                  <MessagePropertyName>Targets</MessagePropertyName>
                  <IsCustomizable>1</IsCustomizable>
                </SdkMessageProcessingStepImage>
              </SdkMessageProcessingStepImages>
            </SdkMessageProcessingStep>
            """, Step(new StepAttribute(Message.UpdateMultiple, "buy_answer", Pipeline.PostOperation)
            {
                When = ["buy_value", "buy_grade"],
                Before = ["buy_value"],
                Rank = 2,
            }));

    [Theory] // the ids are those of every organisation; without a published id a message goes by its name
    [InlineData("Create", "<SdkMessageId>9ebdbb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId>", "Id")]
    [InlineData("Update", "<SdkMessageId>20bebb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId>", "Target")]
    [InlineData("CreateMultiple", "<SdkMessageName>CreateMultiple</SdkMessageName>", "Ids")]
    [InlineData("UpdateMultiple", "<SdkMessageName>UpdateMultiple</SdkMessageName>", "Targets")]
    public void An_image_names_the_parameter_that_identifies_the_row(string message, string reference, string property)
    {
        var step = Step(new StepAttribute(message, "buy_answer", Pipeline.PostOperation) { After = ["buy_value"] });

        Assert.Contains(reference, step);
        Assert.Contains($"<MessagePropertyName>{property}</MessagePropertyName>", step);
    }

    public static TheoryData<StepAttribute, string> Refusals => new()
    {
        { new("Merge", "account", Pipeline.PreOperation), "the message is not among Create, Update, Delete, CreateMultiple, UpdateMultiple; add it to StepMessage" },
        { new("Update", "account", (Pipeline)30), "there is no such stage" },
        { new("Create", "account", Pipeline.PreOperation) { When = ["name"] }, "When names changed columns, and Create changes none" },
        { new("CreateMultiple", "account", Pipeline.PostOperation) { Before = ["name"] }, "there is no row before CreateMultiple, so Before has nothing to show" },
        { new("Delete", "account", Pipeline.PostOperation) { After = ["name"] }, "After shows the row as it was stored, which only the PostOperation stage of a create or update sees" },
        { new("Update", "account", Pipeline.PreOperation) { After = ["name"] }, "After shows the row as it was stored, which only the PostOperation stage of a create or update sees" },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void A_step_that_Dataverse_would_not_accept_is_refused(StepAttribute step, string reason)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Step(step));

        Assert.Equal($"BuyerPath.Solution.Tests.KeepsCount: the step on {step.Message} of account in {step.Stage} is refused: {reason}.", refusal.Message);
    }

    [Fact]
    public void A_step_keeps_its_id_and_the_version_in_which_it_first_appeared()
    {
        var version = _source.Manifest.Version;
        var first = Assert.Single(Written(typeof(KeepsCount)).Changed, IsStep);
        _source.Edit(Manifest.Path).Element("SolutionManifest")!.Element("Version")!.Value = "7.0.0.0";

        var again = Written(typeof(KeepsCount));

        Assert.Empty(again.Changed);
        Assert.Equal(version, _source.Xml(first).Element("IntroducedVersion")!.Value);
    }

    [Fact]
    public void A_step_that_is_no_longer_declared_leaves_the_solution_with_its_root_component()
    {
        var step = Assert.Single(Written(typeof(KeepsCount)).Changed, IsStep);
        Assert.Equal(1, Roots(92));

        var written = Written(typeof(AnswersApi));

        Assert.Contains(step, written.Obsolete);
        Assert.False(_source.Has(step));
        Assert.Equal((1, 0), (Roots(91), Roots(92)));
    }

    [Fact]
    public void All_plugin_types_are_listed_even_without_a_step()
    {
        var path = Written(typeof(AnswersApi), typeof(KeepsCount), typeof(RunsNowhere), typeof(string)).Changed.Single(path => path.EndsWith(".dll.data.xml", StringComparison.Ordinal));

        Assert.Equal(
            ["BuyerPath.Solution.Tests.AnswersApi", "BuyerPath.Solution.Tests.KeepsCount", "BuyerPath.Solution.Tests.RunsNowhere"],
            _source.Xml(path).Descendants("PluginType").Select(type => type.Attribute("Name")!.Value));
    }

    [Fact]
    public void A_Custom_API_is_written_with_its_parameters_and_properties()
    {
        Assert.Equal(
            [
                "customapis/buy_Sample/customapi.xml",
                "customapis/buy_Sample/customapirequestparameters/Rows/customapirequestparameter.xml",
                "customapis/buy_Sample/customapiresponseproperties/Count/customapiresponseproperty.xml",
            ],
            Written(typeof(AnswersApi)).Changed.Where(path => path.StartsWith("customapis/", StringComparison.Ordinal)));

        var api = _source.Xml("customapis/buy_Sample/customapi.xml");
        Assert.Equal(api.Elements().Select(element => element.Name.LocalName).Order(StringComparer.Ordinal), api.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(("1", "opportunity"), (api.Element("bindingtype")!.Value, api.Element("boundentitylogicalname")!.Value));
        Assert.Equal(
            _source.Files("PluginAssemblies/").Single().Root.Descendants("PluginType").Single().Attribute("PluginTypeId")!.Value,
            api.Element("plugintypeid")!.Element("plugintypeexportkey")!.Value);
        var parameter = _source.Xml("customapis/buy_Sample/customapirequestparameters/Rows/customapirequestparameter.xml");
        Assert.Equal(("1", "buy_answer", "4"), (parameter.Element("isoptional")!.Value, parameter.Element("logicalentityname")!.Value, parameter.Element("type")!.Value));
    }

    [Theory]
    [InlineData(typeof(DeclaredTwice), "BuyerPath.Solution.Tests.DeclaredTwice: Delete of buy_answer is declared twice.")]
    [InlineData(typeof(NoPlugin), "BuyerPath.Solution.Tests.NoPlugin carries a registration but is no public, concrete IPlugin with a constructor that Dataverse can call.")]
    [InlineData(typeof(ParameterOfNothing), "BuyerPath.Solution.Tests.ParameterOfNothing: Lost belongs to no [CustomApi].")]
    [InlineData(typeof(FunctionOfNothing), "BuyerPath.Solution.Tests.FunctionOfNothing: a function must have a response property.")]
    [InlineData(typeof(TableOfNumber), "BuyerPath.Solution.Tests.TableOfNumber: Number is a Integer, which has no table.")]
    public void A_class_that_Dataverse_could_not_run_is_refused(Type type, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<InvalidDataException>(() => Written(type)).Message);

    [Fact]
    public void An_assembly_without_strong_name_is_refused() =>
        Assert.Equal(
            "BuyerPath.Solution.Tests has no strong name, which Dataverse demands.",
            Assert.Throws<InvalidDataException>(() => StepFiles.WriteInto(_source, typeof(GeneratedStepsTests).Assembly)).Message);

    private static string Step(StepAttribute step)
    {
        var root = new PluginStep(new PluginAssembly(Identity, [typeof(KeepsCount)]), typeof(KeepsCount), step).ToXml("0.1.0.0");
        return root.ToString().ReplaceLineEndings("\n");
    }

    private StepFiles.Written Written(params Type[] types) => StepFiles.WriteInto(_source, new PluginAssembly(Identity, types));

    private int Roots(int type) => _source.Manifest.RootComponents.Count(root => (int)root.Attribute("type")! == type);

    private static bool IsStep(string path) => path.StartsWith("SdkMessageProcessingSteps/", StringComparison.Ordinal);
}

public abstract class FakePlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) => throw new NotSupportedException("Only its registration is tested.");
}

[Step(Message.Delete, "buy_answer", Pipeline.PostOperation)]
public sealed class KeepsCount : FakePlugin;

public sealed class RunsNowhere : FakePlugin;

[Step(Message.Delete, "buy_answer", Pipeline.PostOperation, Rank = 1)]
[Step(Message.Delete, "buy_answer", Pipeline.PostOperation, Rank = 2)]
public sealed class DeclaredTwice : FakePlugin;

[Step(Message.Delete, "buy_answer", Pipeline.PostOperation)]
public sealed class NoPlugin;

[CustomApi("buy_Sample", BoundTo = "opportunity", English = "Sample", Finnish = "Malli", EnglishDescription = "Counts rows.", FinnishDescription = "Laskee rivit.")]
[ApiParameter("Rows", ParameterType.EntityCollection, Table = "buy_answer", IsOptional = true, English = "Rows to count.", Finnish = "Laskettavat rivit.")]
[ApiProperty("Count", ParameterType.Integer, English = "How many.", Finnish = "Montako.")]
public sealed class AnswersApi : FakePlugin;

[ApiParameter("Lost", ParameterType.String, English = "Lost", Finnish = "Hukassa")]
public sealed class ParameterOfNothing : FakePlugin;

[CustomApi("buy_Nothing", IsFunction = true, English = "Nothing", Finnish = "Ei mitään", EnglishDescription = "Gives nothing.", FinnishDescription = "Ei anna mitään.")]
public sealed class FunctionOfNothing : FakePlugin;

[CustomApi("buy_Number", English = "Number", Finnish = "Luku", EnglishDescription = "Takes a number.", FinnishDescription = "Ottaa luvun.")]
[ApiParameter("Number", ParameterType.Integer, Table = "buy_answer", English = "Number", Finnish = "Luku")]
public sealed class TableOfNumber : FakePlugin;
