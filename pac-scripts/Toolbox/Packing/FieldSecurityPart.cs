namespace BuyerPath.Toolbox.Packing;

/// <summary>Profiles of column security: all in one file.</summary>
internal sealed class FieldSecurityPart : IPart
{
    /// <inheritdoc />
    public void PackInto(Package package)
    {
        foreach (var file in package.Take(path => path == "Other/FieldSecurityProfiles.xml"))
            foreach (var profile in file.Root.Elements())
            {
                package.Count("column security profile");
                package.AddRoot(70, (string?)profile.Attribute("fieldsecurityprofileid"), file.Path);
                package.Place("FieldSecurityProfiles", profile, file.Path);
            }
    }
}
