using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Files;

/// <summary>What is not active is not shipped (the solution checker's <c>meta-remove-inactive</c>).</summary>
internal sealed class NothingIsInactive : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source) =>
        from file in source.Files(under: "")
        where file.Root.Descendants("FormActivationState").Any(state => state.Value != "1")
            || file.Root.Name.LocalName is "AppModule" or "SdkMessageProcessingStep" && file.Root.Elements("statecode").Any(state => state.Value != "0")
        select $"{file.Path}: is inactive, so it does nothing where it is imported.";
}
