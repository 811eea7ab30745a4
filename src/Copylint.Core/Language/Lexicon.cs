namespace Copylint.Language;

/// <summary>How strongly a word is loaded.</summary>
public enum Strength : byte
{
    /// <summary>Loaded only by house style.</summary>
    Mild,

    /// <summary>Loaded in most uses.</summary>
    Moderate,

    /// <summary>Loaded in nearly every use.</summary>
    Strong,
}

/// <summary>One headword of a lexicon.</summary>
public sealed record LexiconEntry
{
    /// <summary>The headword as the list writes it; several words are parted by blanks.</summary>
    public required string Headword { get; init; }

    /// <summary>Decides which inflections are derived.</summary>
    public PartOfSpeech PartOfSpeech { get; init; }

    /// <summary>How strongly the word is loaded.</summary>
    public Strength Strength { get; init; } = Strength.Moderate;

    /// <summary>Why it is listed, in a word or two: judges, exaggerates, praises.</summary>
    public string? Reason { get; init; }

    /// <summary>The plain word to write instead, or null.</summary>
    public string? Plain { get; init; }

    /// <summary>A stable name for what the word stands for, such as the id of an event; or null.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether the entry silences others: a collocation in which the listed word is plain reporting.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>Whether the case must be as the list writes it.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>What must or must not stand beside the word for it to count, or null.</summary>
    public Neighbours? Neighbours { get; init; }

    /// <summary>Forms to match besides the derived ones.</summary>
    public IReadOnlyList<string> ExtraForms { get; init; } = [];
}

/// <summary>A list of words under one name, shared by the rules that refer to it.</summary>
/// <param name="Name">The name that cards use.</param>
/// <param name="Classes">Classes that every form receives, besides those of its inflection.</param>
/// <param name="Entries">The headwords.</param>
public sealed record Lexicon(string Name, WordClasses Classes, IReadOnlyList<LexiconEntry> Entries);

/// <summary>A place where a lexicon's entry stands in the text.</summary>
/// <param name="Lexicon">Number of the lexicon in the <see cref="LexiconAutomaton"/>.</param>
/// <param name="Entry">The entry.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just after its last token.</param>
public readonly record struct LexiconMatch(int Lexicon, LexiconEntry Entry, int FirstToken, int EndToken);
