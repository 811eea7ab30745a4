namespace Copylint.Analysis.Names;

/// <summary>What a word does in the reading of names.</summary>
internal enum NameGroup
{
    /// <summary>Stands before a name and is no part of it: "President".</summary>
    Title,

    /// <summary>A small word inside a name: "van".</summary>
    Particle,

    /// <summary>Part of the name of a body, a place or a thing: "University".</summary>
    NoPerson,

    /// <summary>Tells of two people of one family.</summary>
    Kin,

    /// <summary>Makes another word of a name: its plural, its people, its followers.</summary>
    Ending,

    /// <summary>Stands before a place: "in Easton".</summary>
    BeforePlace,

    /// <summary>Tells how old somebody is: "aged 34".</summary>
    Aged,

    /// <summary>A word of "34-year-old".</summary>
    YearOld,

    /// <summary>Tells that an age beside it is not of today.</summary>
    OtherTime,

    /// <summary>Tells that the spelling itself is meant: "spelled".</summary>
    Spelling,
}
