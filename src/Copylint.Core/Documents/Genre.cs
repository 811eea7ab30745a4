using Copylint.Text;

namespace Copylint.Documents;

/// <summary>What kind of piece a document is, where something says so.</summary>
public enum Genre
{
    /// <summary>The author's or the paper's view: column, editorial, guest essay.</summary>
    Opinion,

    /// <summary>A review of a book, a film, a restaurant.</summary>
    Review,

    /// <summary>Satire, humour, parody.</summary>
    Satire,

    /// <summary>Sport.</summary>
    Sport,

    /// <summary>The arts and entertainment.</summary>
    Arts,

    /// <summary>A letter of a reader, or several.</summary>
    Letter,

    /// <summary>A live blog.</summary>
    Live,

    /// <summary>Copy that an advertiser pays for.</summary>
    Advertorial,

    /// <summary>What a firm, an office or a party hands out to the press.</summary>
    Release,
}

/// <summary>What tells the genre of a document.</summary>
/// <param name="Genre">The genre.</param>
/// <param name="Place">Where it is told: section, title, byline and so on.</param>
/// <param name="Text">The words that tell it, as written.</param>
/// <param name="Span">Their place in the source text; empty where they stand outside it, as in the file's
/// path.</param>
public sealed record GenreSign(Genre Genre, string Place, string Text, TextSpan Span);
