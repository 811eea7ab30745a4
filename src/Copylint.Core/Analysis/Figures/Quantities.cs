namespace Copylint.Analysis.Figures;

/// <summary>The figures of a document in reading order, with those that only look like one.</summary>
public sealed class Quantities
{
    private readonly List<Quantity> _all;

    internal Quantities(List<Quantity> all) => _all = all;

    /// <summary>All of them.</summary>
    public ReadOnlySpan<Quantity> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_all);

    /// <summary>Index just after the last figure of the sentence that a figure stands in.</summary>
    public int EndOfSentence(int index)
    {
        var end = index;
        while (end < _all.Count && _all[end].Sentence == _all[index].Sentence)
            end++;
        return end;
    }
}
