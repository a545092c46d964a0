using System.Security.Cryptography;
using System.Text;

namespace BuyerPath.Toolbox;

/// <summary>
/// Ids of components: UUID version 5 (RFC 9562) of a readable key, so that a rebuild is identical and an id never
/// depends on who made it. A new id would be a second component in the customer's organisation.
/// </summary>
public static class StableId
{
    /// <summary>uuid5 of RFC 9562's URL namespace and <c>https://buyerpath.example/solution</c>.</summary>
    private static readonly Guid Ours = Of(
        new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "https://buyerpath.example/solution");

    /// <summary>The id of the component that this key names, such as <c>view buy_answer active</c>. Case matters.</summary>
    public static Guid Of(string key) => Of(Ours, key);

    // SHA-1 is what version 5 is defined on; nothing here is a secret.
    private static Guid Of(Guid space, string name)
    {
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)(hash[6] & 0x0f | 0x50);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
