namespace BuyerPath.Domain.Calibration;

/// <summary>Linear equations.</summary>
internal static class Linear
{
    /// <summary>Solves a system whose matrix is symmetric and positive definite, by Cholesky's method.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var lower = new double[size, size];
        for (var row = 0; row < size; row++)
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row, column];
                for (var before = 0; before < column; before++) rest -= lower[row, before] * lower[column, before];
                lower[row, column] = row == column ? Math.Sqrt(rest) : rest / lower[column, column];
            }

        var solution = (double[])right.Clone();
        for (var row = 0; row < size; row++)
        {
            for (var before = 0; before < row; before++) solution[row] -= lower[row, before] * solution[before];
            solution[row] /= lower[row, row];
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var after = row + 1; after < size; after++) solution[row] -= lower[after, row] * solution[after];
            solution[row] /= lower[row, row];
        }
        return solution;
    }
}
