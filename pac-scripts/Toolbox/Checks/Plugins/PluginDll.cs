using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BuyerPath.Toolbox.Source;

namespace BuyerPath.Toolbox.Checks.Plugins;

/// <summary>The built plugin assembly, read and not run.</summary>
internal sealed class PluginDll
{
    private const string PluginInterface = "Microsoft.Xrm.Sdk.IPlugin";

    private PluginDll(string path, MetadataReader reader)
    {
        Path = path;
        Uses = UsesIn(reader).ToHashSet(StringComparer.Ordinal);
        Texts = TextsIn(reader);
        Types = [.. reader.TypeDefinitions.Select(handle => TypeIn(reader, reader.GetTypeDefinition(handle)))];
    }

    /// <summary>Where it lies in the staged source.</summary>
    public string Path { get; }

    /// <summary>The types and members of other assemblies that it uses: <c>Namespace.Type</c> and <c>Namespace.Type.Member</c>.</summary>
    public IReadOnlySet<string> Uses { get; }

    /// <summary>The texts in its code.</summary>
    public IReadOnlySet<string> Texts { get; }

    /// <summary>The types that it defines.</summary>
    public IReadOnlyList<DefinedType> Types { get; }

    /// <summary>The plugin classes that Dataverse can make: public, not abstract.</summary>
    public IEnumerable<DefinedType> Plugins => Types.Where(type => type.IsConcrete && IsPlugin(type));

    /// <summary>The assemblies of the staged source.</summary>
    /// <exception cref="InvalidDataException">One has not been built.</exception>
    public static IEnumerable<PluginDll> In(SolutionSource source)
    {
        foreach (var description in source.Files("PluginAssemblies/", ".dll.data.xml"))
        {
            var path = description.Path[..^".data.xml".Length];
            if (!source.Has(path)) throw new InvalidDataException($"{path} is missing: this rule looks into the built plugin.");
            using var file = new PEReader(new MemoryStream(source.Bytes(path), writable: false));
            yield return new PluginDll(path, file.GetMetadataReader());
        }
    }

    /// <summary>True when the type, or one that it is derived from here, is a plugin.</summary>
    public bool IsPlugin(DefinedType type) =>
        type.Interfaces.Contains(PluginInterface) || Types.FirstOrDefault(other => other.Name == type.Base) is { } parent && IsPlugin(parent);

    private static IEnumerable<string> UsesIn(MetadataReader reader)
    {
        foreach (var handle in reader.TypeReferences)
            yield return NameOf(reader, handle);
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference).Where(member => member.Parent.Kind == HandleKind.TypeReference))
        {
            var name = $"{NameOf(reader, member.Parent)}.{reader.GetString(member.Name)}";
            yield return name;
            if (TakesOneYesNo(reader.GetBlobReader(member.Signature))) yield return name + "(bool)";
        }
    }

    /// <summary>A signature is: kind, number of parameters, type of the result, types of the parameters (ECMA-335, II.23.2).</summary>
    private static bool TakesOneYesNo(BlobReader signature) =>
        signature.ReadSignatureHeader().Kind == SignatureKind.Method
        && signature.ReadCompressedInteger() == 1
        && signature.ReadSignatureTypeCode() == SignatureTypeCode.Void
        && signature.ReadSignatureTypeCode() == SignatureTypeCode.Boolean;

    private static HashSet<string> TextsIn(MetadataReader reader)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var at = System.Reflection.Metadata.Ecma335.MetadataTokens.UserStringHandle(1); !at.IsNil; at = System.Reflection.Metadata.Ecma335.MetadataReaderExtensions.GetNextHandle(reader, at))
            texts.Add(reader.GetUserString(at));
        return texts;
    }

    private static DefinedType TypeIn(MetadataReader reader, TypeDefinition type) => new(
        FullName(reader.GetString(type.Namespace), reader.GetString(type.Name)),
        (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && (type.Attributes & TypeAttributes.Abstract) == 0,
        type.BaseType.IsNil ? null : NameOf(reader, type.BaseType),
        [.. type.GetInterfaceImplementations().Select(handle => NameOf(reader, reader.GetInterfaceImplementation(handle).Interface))],
        [.. from field in type.GetFields().Select(reader.GetFieldDefinition)
            where (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0
            select new ChangingField(reader.GetString(field.Name), (field.Attributes & FieldAttributes.Static) != 0)]);

    private static string NameOf(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference when reader.GetTypeReference((TypeReferenceHandle)handle) is var type => FullName(reader.GetString(type.Namespace), reader.GetString(type.Name)),
        HandleKind.TypeDefinition when reader.GetTypeDefinition((TypeDefinitionHandle)handle) is var type => FullName(reader.GetString(type.Namespace), reader.GetString(type.Name)),
        _ => "", // a generic type, which no rule names
    };

    private static string FullName(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}

/// <summary>A type of the plugin assembly.</summary>
/// <param name="Name">Namespace and name.</param>
/// <param name="IsConcrete">Public and not abstract.</param>
/// <param name="Base">What it is derived from.</param>
/// <param name="Interfaces">What it implements itself.</param>
/// <param name="Changing">Its fields that can change after construction.</param>
internal sealed record DefinedType(string Name, bool IsConcrete, string? Base, IReadOnlyList<string> Interfaces, IReadOnlyList<ChangingField> Changing);

/// <summary>A field that is neither constant nor read-only.</summary>
internal sealed record ChangingField(string Name, bool IsStatic);
