namespace Copylint.Analysis.Speech.Reading;

/// <summary>What a word does in the reading of attributions.</summary>
internal enum SpeechGroup
{
    /// <summary>Stands before a colon and is no speaker: "Exclusive:".</summary>
    LabelBeforeColon,

    /// <summary>A verb of the lists that tells of the finder or doer, not of what is said: "found", "ruled".</summary>
    NoSpeech,

    /// <summary>Shares its subject with the verb it leads to: "tried to explain".</summary>
    LeadsToSpeech,

    /// <summary>A noun whose content "to" opens: "opposition to".</summary>
    NounWithTo,

    /// <summary>Begins, goes on or ends; speech only beside a quotation.</summary>
    Phase,

    /// <summary>What is raised in words: "raised doubts".</summary>
    DoubtRaised,

    /// <summary>What something is said in: "in a statement".</summary>
    MediumOfSpeech,

    /// <summary>By what something is said: "by telephone".</summary>
    ChannelOfSpeech,

    /// <summary>A verb that tells of speech with its particle only: "spoke about".</summary>
    VerbNeedsParticle,

    /// <summary>A verb whose particle belongs to the cue: "pointed out".</summary>
    VerbWithParticle,

    /// <summary>A particle that belongs to such a cue.</summary>
    Particle,

    /// <summary>A particle that leads to what is spoken about.</summary>
    TopicParticle,

    /// <summary>A verb that is followed by who hears it: "told reporters".</summary>
    VerbWithHearer,

    /// <summary>Ends a noun phrase.</summary>
    PhraseEnd,

    /// <summary>Goes on with a noun phrase.</summary>
    PhraseLink,

    /// <summary>A small word inside a name.</summary>
    NameLink,

    /// <summary>A pronoun that stands for no person named before.</summary>
    NoPerson,

    /// <summary>A participle that cites a question: "Asked whether".</summary>
    Asked,

    /// <summary>The word that opens a question told: "whether".</summary>
    QuestionWord,

    /// <summary>A verb that says little without the noun that says it: "expressed concern".</summary>
    LightVerb,

    /// <summary>The word after that noun that leads to what is said.</summary>
    LightLink,

    /// <summary>An adjective of somebody's stand: "confident that".</summary>
    StandAdjective,
}
