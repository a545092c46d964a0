using System.ComponentModel;
using System.Diagnostics;
using BuyerPath.Sandbox;
using BuyerPath.Sandbox.Host;
using BuyerPath.Sandbox.Host.Pipelines;
using BuyerPath.Toolbox;

return Script.Run(() =>
{
    if (args is ["--help"])
    {
        Console.WriteLine(CommandLine.Usage);
        return;
    }
    var options = CommandLine.Parse(args);
    var application = SandboxHost.Create(Load(options), options.Url, Repository.PathOf("webresources/platform/out"));
    application.Start();
    var address = application.Urls.Single();
    Console.WriteLine($"BuyerPath sandbox: {address}");
    if (options.Opens) OpenPage(address);
    application.WaitForShutdown();
});

static Organization Load(CommandLine options)
{
    var clock = new AdjustableClock();
    var organization = LoadSolution(options.Solution, clock);
    foreach (var file in options.Data)
    {
        using var data = File.OpenRead(file);
        foreach (var (table, rows) in organization.Import(data)) Console.WriteLine($"{Path.GetFileName(file)}: {rows} rows of {table}");
    }
    if (options.Sample is { } sample) Console.WriteLine(SamplePipeline.Load(organization, clock, sample));
    if (options.Opportunities is { } deals) Console.WriteLine(OpportunityCsvLoader.Load(organization, clock, deals, options.Map));
    if (options.Sample is not null || options.Opportunities is not null) Colleagues.Join(organization, clock);
    organization.Trace.Clear();
    return organization;
}

static Organization LoadSolution(string file, TimeProvider clock)
{
    using var solution = File.OpenRead(file);
    try
    {
        return Organization.Load(solution, new OrganizationOptions { Clock = clock });
    }
    catch (NotSupportedException unsupported)
    {
        throw new InvalidDataException($"{file}: {unsupported.Message}", unsupported);
    }
}

// A machine without a desktop still has the address on the console.
static void OpenPage(string address)
{
    try
    {
        Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
    }
    catch (Win32Exception)
    {
        Console.WriteLine("No browser could be opened: open the address yourself.");
    }
}
