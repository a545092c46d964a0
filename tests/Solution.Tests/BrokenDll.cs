using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BuyerPath.Solution.Tests;

/// <summary>A plugin assembly that does what it must not: its metadata alone, for rules that read and do not run it.</summary>
internal sealed class BrokenDll
{
    private readonly MetadataBuilder _metadata = new();
    private readonly AssemblyReferenceHandle _elsewhere;
    private int _fields = 1;

    public BrokenDll()
    {
        _metadata.AddModule(0, _metadata.GetOrAddString("Broken.dll"), _metadata.GetOrAddGuid(Guid.Empty), default, default);
        _metadata.AddAssembly(_metadata.GetOrAddString("Broken"), new Version(1, 0), default, default, 0, AssemblyHashAlgorithm.None);
        _elsewhere = _metadata.AddAssemblyReference(_metadata.GetOrAddString("Elsewhere"), new Version(1, 0), default, default, 0, default);
        Type("<Module>", isPlugin: false);
    }

    /// <summary>Uses a type of another assembly.</summary>
    public TypeReferenceHandle Uses(string space, string type) =>
        _metadata.AddTypeReference(_elsewhere, _metadata.GetOrAddString(space), _metadata.GetOrAddString(type));

    /// <summary>Calls a method that gives nothing and takes a yes or no, or nothing.</summary>
    public BrokenDll Calls(string space, string type, string method, bool takesYesNo)
    {
        var signature = new BlobBuilder();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(
            takesYesNo ? 1 : 0, result => result.Void(), parameters => { if (takesYesNo) parameters.AddParameter().Type().Boolean(); });
        _metadata.AddMemberReference(Uses(space, type), _metadata.GetOrAddString(method), _metadata.GetOrAddBlob(signature));
        return this;
    }

    /// <summary>Defines a public class with fields.</summary>
    public BrokenDll Type(string name, bool isPlugin, params (string Name, FieldAttributes Attributes)[] fields)
    {
        var type = _metadata.AddTypeDefinition(
            TypeAttributes.Public, default, _metadata.GetOrAddString(name), default, MetadataTokens.FieldDefinitionHandle(_fields), MetadataTokens.MethodDefinitionHandle(1));
        if (isPlugin) _metadata.AddInterfaceImplementation(type, Uses("Microsoft.Xrm.Sdk", "IPlugin"));
        foreach (var field in fields)
        {
            var signature = new BlobBuilder();
            new BlobEncoder(signature).Field().Type().Int32();
            _metadata.AddFieldDefinition(field.Attributes, _metadata.GetOrAddString(field.Name), _metadata.GetOrAddBlob(signature));
            _fields++;
        }
        return this;
    }

    public byte[] Bytes()
    {
        var file = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(_metadata), new BlobBuilder()).Serialize(file);
        return file.ToArray();
    }
}
