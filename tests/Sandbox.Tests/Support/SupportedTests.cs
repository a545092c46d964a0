using BuyerPath.Toolbox;

namespace BuyerPath.Sandbox.Tests.Support;

public sealed class SupportedTests
{
    [Fact]
    public void Everything_that_is_supported_has_a_test() => Assert.Empty(SupportedDocument.Untested);

    [Fact]
    public void No_test_is_about_something_that_is_not_supported() => Assert.Empty(SupportedDocument.Unknown);

    [Fact]
    public void A_test_that_claims_an_item_runs_and_has_it() => Assert.Empty(SupportedDocument.Empty);

    [Fact]
    public void The_document_says_what_the_code_does() =>
        Assert.True(File.ReadAllText(Repository.PathOf(SupportedDocument.Path)) == SupportedDocument.Text, $"{SupportedDocument.Path} is out of date. Run 'dotnet pac-scripts/supported.cs'.");
}
