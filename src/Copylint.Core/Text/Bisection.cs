namespace Copylint.Text;

/// <summary>Search by halving.</summary>
internal static class Bisection
{
    /// <summary>The first index for which a condition holds that holds for all after it; the count when it holds for
    /// none.</summary>
    public static int First(int count, Func<int, bool> holds)
    {
        int low = 0,
            high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
