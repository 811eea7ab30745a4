namespace Copylint.Language;

/// <summary>The grammatical and lexical classes of a word form. A form can belong to several.</summary>
[Flags]
public enum WordClasses : ulong
{
    /// <summary>Nothing is known of the word.</summary>
    None = 0,

    /// <summary>Article, demonstrative, possessive or quantifier before a noun.</summary>
    Determiner = 1UL << 0,

    /// <summary>Personal pronoun that can be a subject.</summary>
    SubjectPronoun = 1UL << 1,

    /// <summary>Any other pronoun.</summary>
    Pronoun = 1UL << 2,

    /// <summary>Preposition.</summary>
    Preposition = 1UL << 3,

    /// <summary>Coordinating conjunction.</summary>
    Conjunction = 1UL << 4,

    /// <summary>Subordinating conjunction that opens an adverbial clause: as, while, because, after.</summary>
    Subordinator = 1UL << 5,

    /// <summary>A form of be.</summary>
    Be = 1UL << 6,

    /// <summary>A form of have.</summary>
    Have = 1UL << 7,

    /// <summary>A form of do.</summary>
    Do = 1UL << 8,

    /// <summary>Modal verb.</summary>
    Modal = 1UL << 9,

    /// <summary>Negation.</summary>
    Negation = 1UL << 10,

    /// <summary>Relative or interrogative word.</summary>
    Wh = 1UL << 11,

    /// <summary>Name of a month.</summary>
    Month = 1UL << 12,

    /// <summary>Name of a weekday.</summary>
    Weekday = 1UL << 13,

    /// <summary>Number word: two, dozen, million.</summary>
    NumberWord = 1UL << 14,

    /// <summary>Ordinal word: first, second.</summary>
    OrdinalWord = 1UL << 15,

    /// <summary>Unit of time, from second to century.</summary>
    TimeUnit = 1UL << 16,

    /// <summary>Abbreviation written with a full stop that does not end a sentence by itself.</summary>
    Abbreviation = 1UL << 17,

    /// <summary>Abbreviation that always stands before what it belongs to: Mr, Dr, Gen, St.</summary>
    TitleAbbreviation = 1UL << 18,

    /// <summary>A function word that often begins a sentence; its capital says that one begins.</summary>
    SentenceStarter = 1UL << 19,

    /// <summary>Verb of reporting in some form.</summary>
    ReportingVerb = 1UL << 20,

    /// <summary>Present or base form of a verb: say.</summary>
    VerbBase = 1UL << 21,

    /// <summary>Third person singular: says.</summary>
    VerbThird = 1UL << 22,

    /// <summary>Past tense: said.</summary>
    VerbPast = 1UL << 23,

    /// <summary>Past participle: said, written.</summary>
    VerbParticiple = 1UL << 24,

    /// <summary>Present participle: saying.</summary>
    VerbIng = 1UL << 25,

    /// <summary>A reporting verb whose form is a common noun too: claim, report, promise.</summary>
    NounToo = 1UL << 26,

    /// <summary>A verb of thought: evidence only with a person as its subject.</summary>
    CognitionVerb = 1UL << 27,

    /// <summary>A noun for what somebody said: statement, report, claim.</summary>
    ReportingNoun = 1UL << 28,

    /// <summary>A noun for a person who speaks, or a body that does: official, spokesman, ministry.</summary>
    SpeakerNoun = 1UL << 29,

    /// <summary>A common adverb.</summary>
    Adverb = 1UL << 30,

    /// <summary>The reflexive and object pronouns.</summary>
    ObjectPronoun = 1UL << 31,

    /// <summary>A day told from the day of writing: yesterday, today, tomorrow, tonight.</summary>
    RelativeDay = 1UL << 32,

    /// <summary>A season of the year.</summary>
    Season = 1UL << 33,

    /// <summary>A verb that reports a stand, a wish or a plan.</summary>
    AttitudeVerb = 1UL << 34,

    /// <summary>A word for the present at large: now, currently, nowadays.</summary>
    PresentTime = 1UL << 35,

    /// <summary>A part of the day, a decade or a quarter by its name: morning, nineties, Q3.</summary>
    TimeName = 1UL << 36,

    /// <summary>A word at which an expression of time can stand.</summary>
    TimeTrigger = Month | Weekday | TimeUnit | RelativeDay | Season | PresentTime | TimeName,

    /// <summary>A verb form of some kind (any of the form bits).</summary>
    AnyVerbForm = VerbBase | VerbThird | VerbPast | VerbParticiple | VerbIng,

    /// <summary>A verb form that can be finite by itself.</summary>
    FiniteVerbForm = VerbBase | VerbThird | VerbPast,

    /// <summary>Be, have, do or a modal.</summary>
    Auxiliary = Be | Have | Do | Modal,
}
