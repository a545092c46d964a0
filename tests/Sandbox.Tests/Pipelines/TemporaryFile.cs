namespace BuyerPath.Sandbox.Tests.Pipelines;

/// <summary>A file of this test's own, gone when the test ends.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
