namespace Copylint.Analysis.Names;

/// <summary>How alike two folded names are.</summary>
internal static class NameDistance
{
    /// <summary>The longest name that is compared.</summary>
    public const int MaxLength = 24;

    // From this length on two slips can stand in one name: "Abdulhadi", "Adbulhadi".
    private const int TwoSlips = 8;

    // From this length on the same letters in another order are a slip: "Kuleba", "Kubela".
    private const int OtherOrder = 6;

    // What an ending can change: "Iran", "Iranian".
    private const int EndingLength = 3;

    /// <summary>Whether one name may be a slip of the other: one letter left out, added, changed or swapped with the
    /// next (Damerau 1964), two in long names, or the same letters in another order.</summary>
    public static bool MayBeSlip(NameForm one, NameForm other)
    {
        var (a, b) = (one.Key, other.Key);
        var shorter = Math.Min(a.Length, b.Length);
        if (Math.Max(a.Length, b.Length) > MaxLength)
            return false;
        var most = shorter >= TwoSlips ? 2 : 1;
        if (Math.Abs(a.Length - b.Length) > most)
            return false;
        // Each slip changes two kinds of letters at most.
        if (System.Numerics.BitOperations.PopCount(one.Letters ^ other.Letters) > 2 * most)
            return false;
        return Of(a, b) <= most || (shorter >= OtherOrder && HaveSameLetters(a, b));
    }

    /// <summary>Whether one name may be the other with one slip.</summary>
    public static bool IsOneSlip(NameForm one, NameForm other) => MayBeSlip(one, other) && Of(one.Key, other.Key) == 1;

    /// <summary>The number of slips between two names of at most <see cref="MaxLength"/> letters: restricted Damerau
    /// distance.</summary>
    public static int Of(string a, string b)
    {
        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    /// <summary>Whether two names differ in their last letters alone, as a name and what is derived of it do.</summary>
    public static bool DifferAtEnd(string a, string b) =>
        a.AsSpan().CommonPrefixLength(b) >= Math.Max(a.Length, b.Length) - EndingLength;

    /// <summary>Whether one name is the other with an ending: "Clintons", "Iranian", "Lavrova".</summary>
    public static bool IsDerived(string a, string b, NameWords words)
    {
        var prefix = a.AsSpan().CommonPrefixLength(b);
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return prefix == shorter.Length && words.Has(NameGroup.Ending, longer.AsSpan(prefix));
    }

    /// <summary>Whether two names have the same letters in another order.</summary>
    public static bool HaveSameLetters(string a, string b)
    {
        if (a.Length != b.Length)
            return false;
        Span<sbyte> counts = stackalloc sbyte[26];
        for (var i = 0; i < a.Length; i++)
        {
            counts[a[i] - 'a']++;
            counts[b[i] - 'a']--;
        }

        return counts.IndexOfAnyExcept((sbyte)0) < 0;
    }
}
