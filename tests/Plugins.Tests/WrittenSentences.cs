using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using BuyerPath.Domain;

namespace BuyerPath.Plugins.Tests;

/// <summary>
/// The sentences in our code, read from the compiled methods: where the compiler makes a FormattableString, it loads the format and
/// then the array of what fills its holes.
/// </summary>
internal static class WrittenSentences
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The formats, each once.</summary>
    public static IReadOnlyCollection<string> All { get; } =
    [
        .. from assembly in new[] { typeof(Decision).Assembly, typeof(Plugin).Assembly }
           from type in assembly.GetTypes()
           from method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
           from format in FormatsIn(method)
           select format,
    ];

    private static IEnumerable<string> FormatsIn(MethodBase method)
    {
        var steps = StepsOf(method).ToList();
        if (!steps.Any(step => step.Code == OpCodes.Call && MethodIn(method, step).DeclaringType == typeof(FormattableStringFactory))) return [];
        return from at in Enumerable.Range(0, Math.Max(0, steps.Count - 2))
               where steps[at].Code == OpCodes.Ldstr && IsFilled(method, steps[at + 1], steps[at + 2])
               select method.Module.ResolveString(steps[at].Operand);
    }

    private static bool IsFilled(MethodBase method, Step next, Step after) =>
        (next.Code == OpCodes.Call && MethodIn(method, next).Name == nameof(Array.Empty)) || after.Code == OpCodes.Newarr;

    private static MethodBase MethodIn(MethodBase method, Step call) => method.Module.ResolveMethod(
        call.Operand, method.DeclaringType!.GetGenericArguments(), method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null)!;

    private static IEnumerable<Step> StepsOf(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < bytes.Length;)
        {
            var code = bytes[at] == 0xFE ? Codes[(short)(0xFE00 | bytes[at + 1])] : Codes[bytes[at]];
            at += code.Size;
            yield return new Step(code, code.OperandType is OperandType.InlineString or OperandType.InlineMethod ? BitConverter.ToInt32(bytes, at) : 0);
            at += SizeOf(code, bytes, at);
        }
    }

    /// <summary>Bytes of an operand (ECMA-335, III.1.9); a switch counts its targets first.</summary>
    private static int SizeOf(OpCode code, byte[] bytes, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(bytes, at),
        _ => 4,
    };

    private sealed record Step(OpCode Code, int Operand);
}
