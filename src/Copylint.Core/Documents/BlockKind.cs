namespace Copylint.Documents;

/// <summary>What a block is on the page.</summary>
public enum BlockKind
{
    /// <summary>A paragraph of the article.</summary>
    Paragraph,

    /// <summary>The headline of the article.</summary>
    Headline,

    /// <summary>A heading inside the article.</summary>
    Heading,

    /// <summary>A line that holds the date of the page or article and nothing else.</summary>
    DateHeader,

    /// <summary>A line that names the author.</summary>
    Byline,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A paragraph of a block quotation.</summary>
    BlockQuote,

    /// <summary>The caption or the alternative text of a picture.</summary>
    Caption,

    /// <summary>A cell of a table.</summary>
    TableCell,

    /// <summary>What stands under the headline and sums the article up: its description or subtitle.</summary>
    Standfirst,

    /// <summary>What closes the piece: the mark of its end, an agency's name, a signature.</summary>
    SignOff,
}
