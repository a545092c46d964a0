using System.Reflection;
using System.Xml.Linq;
using BuyerPath.Toolbox.Source;
using static BuyerPath.Solution.Tests.SourceCopy;

namespace BuyerPath.Solution.Tests;

/// <summary>Steps, Custom APIs and the built plugin.</summary>
public class SourcePluginRulesTests
{
    private const string Messages = "Microsoft.Xrm.Sdk.Messages";
    private const string Update = "20bebb1b-ea3e-db11-86a7-000a3a5473e8";

    [Theory]
    [InlineData("PluginTypeId", "00000000-0000-0000-0000-000000000000", "its PluginTypeId is of no plugin")]
    [InlineData("PluginTypeName", "BuyerPath.Plugins.Gone", "runs BuyerPath.Plugins.Gone")]
    [InlineData("PrimaryEntity", "buy_Answer", "a table that the solution does not have (in lower case)")]
    [InlineData("Stage", "50", "runs in stage 50")]
    public void A_step_that_names_what_is_not_there_is_found(string element, string value, string finding) =>
        Breaks<StepsNameWhatExists>(finding, source => Step(source, Update).Element(element)!.Value = value);

    [Theory]
    [InlineData("", "it must name the columns that it waits for")]
    [InlineData("buy_gone", "names buy_gone")]
    public void A_step_that_waits_for_nothing_or_a_missing_column_is_found(string columns, string finding) =>
        Breaks<StepsNameTheirColumns>(finding, source => Step(source, Update).Element("FilteringAttributes")!.Value = columns);

    [Fact]
    public void Every_plugin_that_is_excused_from_naming_columns_has_a_step_that_names_none() =>
        Assert.All(StepsNameTheirColumns.WaitForColumnsThatAreData, plugin => Assert.Contains(
            Take().Files("SdkMessageProcessingSteps/"),
            step => StepsNameTheirColumns.PluginOf(step.Root) == plugin && step.Root.Element("FilteringAttributes")!.Value.Length == 0));

    [Theory]
    [InlineData("", "carries all columns")]
    [InlineData("buy_gone", "names buy_gone")]
    public void An_image_of_all_or_of_missing_columns_is_found(string columns, string finding) =>
        Breaks<StepsNameTheirColumns>(finding, source =>
        {
            var path = source.Files("SdkMessageProcessingSteps/").First(step => step.Root.Descendants("Attributes").Any()).Path;
            source.Edit(path).Descendants("Attributes").First().Value = columns;
        });

    [Fact]
    public void A_step_registered_twice_is_found() =>
        Breaks<StepsAreRegisteredOnce>("is registered 2 times", source =>
            source.Add("SdkMessageProcessingSteps/{00000000-0000-0000-0000-000000000000}.xml", new XElement(Step(source, Update))));

    [Theory]
    [InlineData("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8")]
    [InlineData("03bebb1b-ea3e-db11-86a7-000a3a5473e8")]
    public void A_step_on_reads_is_found(string message) =>
        Breaks<StepsLeaveReadsAlone>("is read", source => Step(source, Update).Element("SdkMessageId")!.Value = message);

    [Fact]
    public void A_custom_api_without_its_plugin_is_found() =>
        Breaks<CustomApisNamePlugins>("which the solution does not have", source => Api(source).Element("plugintypeid")!.Value = Guid.Empty.ToString());

    [Fact]
    public void A_custom_api_on_a_missing_table_is_found() =>
        Breaks<CustomApisNamePlugins>("is bound to buy_gone", source => Api(source).Element("boundentitylogicalname")!.Value = "buy_gone");

    [Fact]
    public void A_custom_api_without_our_prefix_is_found() =>
        Breaks<CustomApisNamePlugins>("own_Get does not begin with buy_", source => Api(source).SetAttributeValue("uniquename", "own_Get"));

    [Fact]
    public void A_plugin_type_that_the_dll_does_not_have_is_found() =>
        Breaks<PluginTypesMatchTheAssembly>("lists BuyerPath.Plugins.Gone, which is no plugin of the DLL", source =>
        {
            var type = PluginTypes(source)[0];
            var more = new XElement(type);
            more.SetAttributeValue("Name", "BuyerPath.Plugins.Gone");
            type.AddAfterSelf(more);
        });

    [Fact]
    public void A_plugin_of_the_dll_that_is_not_listed_is_found() =>
        Breaks<PluginTypesMatchTheAssembly>("does not list BuyerPath.Plugins.", source => PluginTypes(source)[0].Remove());

    [Fact]
    public void A_plugin_that_nothing_runs_is_found() =>
        Breaks<PluginTypesMatchTheAssembly>("no step and no Custom API runs BuyerPath.Plugins.Api.GetJourney", source => source.Remove("customapis/buy_GetJourney/customapi.xml"));

    [Theory]
    [InlineData("ExecuteMultipleRequest")]
    [InlineData("ExecuteTransactionRequest")]
    public void A_batch_request_is_found(string request) => Breaks<PluginsMakeNoBatchRequests>($"uses {Messages}.{request}", Uses(Messages, request));

    [Theory]
    [InlineData("System.Threading.Tasks", "Parallel")]
    [InlineData("System.Threading.Tasks", "Task")]
    [InlineData("System.Threading", "Thread")]
    [InlineData("System.Threading", "ThreadPool")]
    [InlineData("System.Threading", "Monitor")]
    public void A_thread_and_a_lock_are_found(string space, string type) => Breaks<PluginsRunOnOneThread>($"uses {space}.{type}", Uses(space, type));

    [Theory]
    [InlineData("SetStateRequest")]
    [InlineData("AssignRequest")]
    [InlineData("SetBusinessUnitSystemUserRequest")]
    [InlineData("SetParentSystemUserRequest")]
    [InlineData("SetParentTeamRequest")]
    public void A_request_that_an_update_replaces_is_found(string request) =>
        Breaks<PluginsUpdateByUpdate>($".{request}", Uses("Microsoft.Crm.Sdk.Messages", request));

    [Fact]
    public void A_call_to_another_host_is_found() => Breaks<PluginsCallNobody>("uses System.Net.Http.HttpClient", Uses("System.Net.Http", "HttpClient"));

    [Fact]
    public void Unpublished_metadata_is_found() =>
        Breaks<PluginsReadPublishedMetadata>("set_RetrieveAsIfPublished", Dll(dll => dll.Calls(Messages, "RetrieveEntityRequest", "set_RetrieveAsIfPublished", takesYesNo: true)));

    [Theory]
    [InlineData(".ctor", "ColumnSet..ctor(bool)")]
    [InlineData("set_AllColumns", "ColumnSet.set_AllColumns")]
    public void A_query_for_all_columns_is_found(string method, string finding) =>
        Breaks<PluginsNameTheirColumns>($"{finding};", Dll(dll => dll.Calls("Microsoft.Xrm.Sdk.Query", "ColumnSet", method, takesYesNo: true)));

    [Fact]
    public void A_query_for_named_columns_is_right()
    {
        var source = TakeBuilt();
        Dll(dll => dll.Calls("Microsoft.Xrm.Sdk.Query", "ColumnSet", ".ctor", takesYesNo: false))(source);

        Assert.Empty(new PluginsNameTheirColumns().Findings(source));
    }

    [Theory]
    [InlineData(true, FieldAttributes.Private)]
    [InlineData(false, FieldAttributes.Static)]
    public void State_that_outlives_a_run_is_found(bool isPlugin, FieldAttributes field) =>
        Breaks<PluginsHoldNoState>("Keeper._count can change", Dll(dll => dll.Type("Keeper", isPlugin, ("_count", field), ("_fixed", field | FieldAttributes.InitOnly))));

    private static Action<SolutionSource> Uses(string space, string type) => Dll(dll => dll.Uses(space, type));

    private static Action<SolutionSource> Dll(Action<BrokenDll> damage) => source =>
    {
        var dll = new BrokenDll();
        damage(dll);
        source.Replace(source.Paths.Single(path => path.EndsWith(".dll", StringComparison.Ordinal)), dll.Bytes());
    };

    private static XElement Step(SolutionSource source, string message) =>
        source.Edit(source.Files("SdkMessageProcessingSteps/").First(step =>
            step.Root.Element("SdkMessageId")?.Value == message && !StepsNameTheirColumns.WaitForColumnsThatAreData.Contains(StepsNameTheirColumns.PluginOf(step.Root))).Path);

    private static XElement Api(SolutionSource source) => source.Edit("customapis/buy_GetJourney/customapi.xml");

    private static List<XElement> PluginTypes(SolutionSource source) =>
        [.. source.Edit(source.Files("PluginAssemblies/", ".data.xml").Single().Path).Descendants("PluginType")];
}
