using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BuyerPath.Toolbox.Data;

/// <summary>
/// A YAML file that holds one mapping, or a JSON file that holds one object: JSON is YAML. See <see cref="YamlMap"/> for how
/// its fields are read.
/// </summary>
public sealed class YamlFile
{
    private readonly string _name;
    private readonly List<string> _findings = [];

    private YamlFile(string name) => _name = name;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The text is neither YAML nor JSON, or has findings; one line each, with the line number.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static T Read<T>(string path, Func<YamlMap, T> read) => Parse(Path.GetFileName(path), File.ReadAllText(path), read);

    /// <summary>Reads a text as if it were in a file of that name.</summary>
    /// <exception cref="InvalidDataException">As in <see cref="Read{T}(string, Func{YamlMap, T})"/>.</exception>
    public static T Parse<T>(string name, string text, Func<YamlMap, T> read)
    {
        var file = new YamlFile(name);
        var result = file.Read(file.Root(text), read);
        if (file._findings.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, file._findings));
        return result;
    }

    internal T Read<T>(YamlMappingNode node, Func<YamlMap, T> read)
    {
        var map = new YamlMap(node, this);
        var result = read(map);
        map.ComplainOfUnknownFields();
        return result;
    }

    /// <summary>Stands in for a mapping that is missing: what is missing inside it is no finding of its own.</summary>
    internal T ReadBlindly<T>(Func<YamlMap, T> read) => read(new YamlMap([], new YamlFile(_name)));

    internal void Complain(Mark at, string sentence) => _findings.Add($"{_name}({at.Line}): {sentence}");

    private YamlMappingNode Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            throw new InvalidDataException($"{_name}({fault.Start.Line}): this is not {Path.GetExtension(_name).TrimStart('.').ToUpperInvariant()}: {fault.Message}", fault);
        }
        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw new InvalidDataException($"{_name}(1): the file must hold exactly one document with fields.");
    }
}
