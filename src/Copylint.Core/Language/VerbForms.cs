namespace Copylint.Language;

/// <summary>The forms that a word can be as a verb; several where English does not tell them apart ("cut").</summary>
[Flags]
internal enum VerbForms
{
    /// <summary>No form of a verb.</summary>
    None = 0,

    /// <summary>Infinitive, imperative, present of all persons but one: say.</summary>
    Base = 1,

    /// <summary>Third person of the present: says.</summary>
    Third = 2,

    /// <summary>Past tense: said.</summary>
    Past = 4,

    /// <summary>Past participle: said, written.</summary>
    Participle = 8,

    /// <summary>Present participle: saying.</summary>
    Ing = 16,
}
