namespace Copylint.Documents;

/// <summary>What is told of how a file was read.</summary>
public enum ProblemKind
{
    /// <summary>A part of it could not be read.</summary>
    Unreadable,

    /// <summary>Its front matter is not as it should be.</summary>
    FrontMatter,

    /// <summary>What stands outside the article of a page was left out.</summary>
    OutsideArticle,
}
