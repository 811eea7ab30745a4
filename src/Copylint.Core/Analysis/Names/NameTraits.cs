namespace Copylint.Analysis.Names;

/// <summary>What is known of a place where a name stands.</summary>
[Flags]
public enum NameTraits
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>A title stands before its run: "President".</summary>
    Titled = 1,

    /// <summary>Its capital says little: it begins a sentence or a quotation.</summary>
    AtStart = 2,

    /// <summary>Its capital says nothing: it stands in a line of title case or capitals.</summary>
    Loose = 4,

    /// <summary>A word of its run says that it is the name of a body, a place or a thing: "University".</summary>
    NoPerson = 8,

    /// <summary>An initial stands before it, or another abbreviation: "M Horan".</summary>
    Initialled = 16,
}
