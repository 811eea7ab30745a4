namespace Copylint.Documents.Formats.Html;

/// <summary>What an element means for the text in it.</summary>
internal enum HtmlRole : byte
{
    /// <summary>Goes on in the sentence.</summary>
    Inline,

    /// <summary>Parts blocks.</summary>
    Block,

    /// <summary>Ends where the next block begins.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Its content is not parsed.</summary>
    Raw,

    /// <summary>No reader sees its content as copy.</summary>
    Skipped,

    /// <summary>Code in a sentence.</summary>
    InlineCode,

    /// <summary>Has no content.</summary>
    Void,

    /// <summary>A link.</summary>
    Anchor,

    /// <summary>A time.</summary>
    Time,
}
