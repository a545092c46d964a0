namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>What is not published is not read (the solution checker's <c>il-avoid-unpub-metadata</c>).</summary>
internal sealed class PluginsReadPublishedMetadata() : ForbiddenUse(
    "unpublished metadata is slow to read and not what users see",
    use => use.EndsWith(".set_RetrieveAsIfPublished", StringComparison.Ordinal));
