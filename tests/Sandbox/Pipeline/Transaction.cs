using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace BuyerPath.Sandbox.Pipeline;

/// <summary>
/// All or nothing. A fault of a request inside dooms it: a plugin may catch the fault, but cannot save the transaction.
/// </summary>
internal sealed class Transaction(Kernel kernel)
{
    private readonly int _mark = kernel.Rows.Begin();
    private readonly List<BackgroundStep> _background = [];

    /// <summary>The fault that doomed it, or null.</summary>
    public FaultException<OrganizationServiceFault>? Doom { get; private set; }

    public void DoomBy(FaultException<OrganizationServiceFault> fault) => Doom ??= fault;

    /// <summary>Asynchronous steps run after the commit, or not at all.</summary>
    public void After(BackgroundStep step) => _background.Add(step);

    /// <summary>Runs <paramref name="work"/> in the open transaction, or in one of its own that commits at the end.</summary>
    public static T Run<T>(Call call, Func<Call, T> work)
    {
        if (call.Transaction is not null) return work(call);

        var transaction = new Transaction(call.Kernel);
        try
        {
            var result = work(call with { Transaction = transaction });
            transaction.Commit(call.Kernel);
            return result;
        }
        catch
        {
            call.Kernel.Rows.RollBack(transaction._mark);
            throw;
        }
    }

    private void Commit(Kernel kernel)
    {
        kernel.Rows.Commit();
        foreach (var step in _background) kernel.Background.Enqueue(step);
    }
}
