using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace BuyerPath.Sandbox.Loading;

/// <summary>
/// The strong name of a plugin assembly. Dataverse demands one; .NET itself no longer checks it, so a DLL that was
/// changed after its build would load. Verified here is every byte of the file: what the signature leaves out (the
/// checksum and the padding of the headers) has only one right value, and what nothing would cover is refused.
/// </summary>
public static class StrongName
{
    private const int Sha1Id = 0x8004;
    private const int HashIdAt = 4, KeyAt = 12, BitsAt = 24, ExponentAt = 28, ModulusAt = 32; // in the public key
    private const int ChecksumOffset = 64;      // in the optional header, the same for PE32 and PE32+

    /// <summary>Returns when the assembly is as it was when it was signed.</summary>
    /// <param name="assembly">The bytes of the file.</param>
    /// <param name="name">What the error calls the file.</param>
    /// <exception cref="InvalidDataException">It is no assembly, is not signed, or was changed after signing.</exception>
    public static void Verify(byte[] assembly, string name)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(assembly, writable: false));
            if (Flaw(file, assembly) is { } flaw) throw new InvalidDataException($"{name} {flaw}");
        }
        catch (Exception fault) when (fault is not InvalidDataException) // damaged metadata trips its readers in many ways
        {
            throw new InvalidDataException($"{name} is not a .NET assembly.", fault);
        }
    }

    private static string? Flaw(PEReader file, byte[] bytes)
    {
        var headers = file.PEHeaders;
        if (headers is not { PEHeader: { } optional, CorHeader: { } cli }) return "is not a .NET assembly.";
        if (optional.CertificateTableDirectory.Size != 0) return "carries an Authenticode signature, which is not supported.";
        if (!cli.Flags.HasFlag(CorFlags.StrongNameSigned)
            || !headers.TryGetDirectoryOffset(cli.StrongNameSignatureDirectory, out var signatureAt))
            return "has no strong name, which Dataverse demands.";

        var signature = signatureAt..(signatureAt + cli.StrongNameSignatureDirectory.Size);
        var headersEnd = headers.PEHeaderStartOffset + headers.CoffHeader.SizeOfOptionalHeader + 40 * headers.SectionHeaders.Length;
        var sectionsEnd = headers.SectionHeaders.Max(section => section.PointerToRawData + section.SizeOfRawData);
        if (headersEnd > optional.SizeOfHeaders || optional.SizeOfHeaders > signature.Start.Value
            || signature.End.Value > bytes.Length || sectionsEnd != bytes.Length)
            return "is damaged: its parts do not fill the file.";

        return IsSigned(PublicKeyOf(file), SignedHash(bytes, headers, headersEnd, signature), bytes.AsSpan(signature))
               && Checksum(bytes, headers) == optional.CheckSum
               && !bytes.AsSpan(headersEnd..optional.SizeOfHeaders).ContainsAnyExcept((byte)0)
            ? null
            : "was changed after it was signed: its strong name does not verify.";
    }

    /// <summary>The key in the assembly's own metadata: whose key it is, the assembly's full name says.</summary>
    private static byte[] PublicKeyOf(PEReader file)
    {
        var metadata = file.GetMetadataReader();
        return metadata.GetBlobBytes(metadata.GetAssemblyDefinition().PublicKey);
    }

    private static bool IsSigned(byte[] publicKey, byte[] hash, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var rsa = RSA.Create(KeyIn(publicKey));
            return rsa.VerifyHash(hash, Reversed(signature), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException) // a damaged key, or a signature of another length
        {
            return false;
        }
    }

    /// <summary>The format of a public key: two algorithm ids and a length, then a PUBLICKEYBLOB of the Windows CryptoAPI.</summary>
    private static RSAParameters KeyIn(byte[] publicKey)
    {
        ReadOnlySpan<byte> key = publicKey, rsaKey = [0x06, 0x02, 0, 0, 0, 0x24, 0, 0, (byte)'R', (byte)'S', (byte)'A', (byte)'1'];
        if (key.Length <= ModulusAt
            || BinaryPrimitives.ReadInt32LittleEndian(key[HashIdAt..]) != Sha1Id
            || !key[KeyAt..].StartsWith(rsaKey)
            || BinaryPrimitives.ReadInt32LittleEndian(key[BitsAt..]) != (key.Length - ModulusAt) * 8
            || key[ExponentAt] == 0)
            throw new CryptographicException("This is no RSA key for SHA-1 signatures.");

        return new RSAParameters
        {
            Exponent = [.. Reversed(key[ExponentAt..ModulusAt]).SkipWhile(digit => digit == 0)],
            Modulus = Reversed(key[ModulusAt..]),
        };
    }

    /// <summary>Windows writes the digits of a number from the small end, everybody else from the big one.</summary>
    private static byte[] Reversed(ReadOnlySpan<byte> digits)
    {
        var reversed = digits.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }

    /// <summary>
    /// SHA-1, which the format prescribes, over headers and sections; without the padding between them and the
    /// signature itself, and with the checksum taken as zero.
    /// </summary>
    private static byte[] SignedHash(byte[] bytes, PEHeaders headers, int headersEnd, Range signature)
    {
        var checksum = headers.PEHeaderStartOffset + ChecksumOffset;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(bytes.AsSpan(..checksum));
        hash.AppendData(stackalloc byte[4]);
        hash.AppendData(bytes.AsSpan((checksum + 4)..headersEnd));
        hash.AppendData(bytes.AsSpan(headers.PEHeader!.SizeOfHeaders..signature.Start.Value));
        hash.AppendData(bytes.AsSpan(signature.End..));
        return hash.GetHashAndReset();
    }

    /// <summary>The checksum of the PE format: 16-bit one's complement sum, plus the length.</summary>
    private static uint Checksum(byte[] bytes, PEHeaders headers)
    {
        var field = headers.PEHeaderStartOffset + ChecksumOffset;
        uint sum = 0;
        for (var at = 0; at < bytes.Length; at += 2)
        {
            if (at == field || at == field + 2) continue;
            sum += (uint)(bytes[at] | (at + 1 < bytes.Length ? bytes[at + 1] << 8 : 0));
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return sum + (uint)bytes.Length;
    }
}
