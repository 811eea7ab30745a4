namespace Copylint.Analysis.Names;

/// <summary>One part of names in one spelling, case and accents apart, with all its places.</summary>
public sealed class NameForm
{
    private readonly List<int> _mentions = [];

    internal NameForm(int index, string key)
    {
        Index = index;
        Key = key;
        foreach (var letter in key)
            Letters |= 1u << (letter - 'a');
    }

    /// <summary>Its place in <see cref="NameTable.Forms"/>.</summary>
    public int Index { get; }

    /// <summary>The form folded: the letters a to z alone.</summary>
    public string Key { get; }

    /// <summary>Indexes of its places in <see cref="NameTable.Mentions"/>, in reading order.</summary>
    public IReadOnlyList<int> Mentions => _mentions;

    /// <summary>A bit for each letter that it has.</summary>
    internal uint Letters { get; }

    internal void Add(int mention) => _mentions.Add(mention);
}
