using System.Xml.Linq;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Forms;

/// <summary>A quick view form is shown by another form; a table with a quick create form allows it, and one without does not.</summary>
internal sealed class QuickFormsAreReached : ICheck
{
    public IEnumerable<string> Findings(SolutionSource source)
    {
        var shown = source.Files("Entities/").SelectMany(file => file.Root.Descendants("QuickForms"))
            .SelectMany(forms => XElement.Parse(forms.Value).Elements("QuickFormId"))
            .Select(form => Guid.Parse(form.Value))
            .ToHashSet();

        foreach (var table in source.Tables)
        {
            foreach (var form in source.Files($"{table.Folder}/FormXml/quick/").Where(form => !shown.Contains(Guid.Parse(form.Stem))))
                yield return $"{form.Path}: no form shows this quick view form.";

            if (table.IsExtended) continue; // whose source does not say
            var isAllowed = table.Entity.Element("IsQuickCreateEnabled")?.Value == "1";
            if (isAllowed != source.Files($"{table.Folder}/FormXml/quickCreate/").Any())
                yield return $"{table.Path}: IsQuickCreateEnabled is {(isAllowed ? 1 : 0)}, and {(isAllowed ? "no" : "a")} quick create form is there.";
        }
    }
}
