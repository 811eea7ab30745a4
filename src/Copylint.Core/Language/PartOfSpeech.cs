namespace Copylint.Language;

/// <summary>The parts of speech that a lexicon distinguishes; they decide which inflections are derived.</summary>
public enum PartOfSpeech : byte
{
    /// <summary>No inflection: the form stands as written.</summary>
    Fixed,

    /// <summary>A noun: plural derived.</summary>
    Noun,

    /// <summary>A verb: third person, past, participles derived.</summary>
    Verb,

    /// <summary>An adjective, as written.</summary>
    Adjective,

    /// <summary>An adverb, as written.</summary>
    Adverb,
}
