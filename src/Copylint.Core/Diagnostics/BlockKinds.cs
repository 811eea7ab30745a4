using Copylint.Documents;

namespace Copylint.Diagnostics;

/// <summary>A set of <see cref="BlockKind"/>s.</summary>
[Flags]
public enum BlockKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>Paragraphs.</summary>
    Paragraph = 1 << BlockKind.Paragraph,

    /// <summary>The headline.</summary>
    Headline = 1 << BlockKind.Headline,

    /// <summary>Headings inside the article.</summary>
    Heading = 1 << BlockKind.Heading,

    /// <summary>Date headers.</summary>
    DateHeader = 1 << BlockKind.DateHeader,

    /// <summary>Bylines.</summary>
    Byline = 1 << BlockKind.Byline,

    /// <summary>List items.</summary>
    ListItem = 1 << BlockKind.ListItem,

    /// <summary>Block quotations.</summary>
    BlockQuote = 1 << BlockKind.BlockQuote,

    /// <summary>Captions.</summary>
    Caption = 1 << BlockKind.Caption,

    /// <summary>Cells of tables.</summary>
    TableCell = 1 << BlockKind.TableCell,

    /// <summary>Standfirsts: what sums the article up under its headline.</summary>
    Standfirst = 1 << BlockKind.Standfirst,

    /// <summary>Lines that close the piece.</summary>
    SignOff = 1 << BlockKind.SignOff,

    /// <summary>What the paper says in its own voice: everything but block quotations, bylines, date headers and what
    /// closes the piece.</summary>
    Copy = Paragraph | Headline | Heading | ListItem | Caption | TableCell | Standfirst,

    /// <summary>Running text.</summary>
    Body = Paragraph | ListItem,

    /// <summary>Every kind.</summary>
    Any = Copy | DateHeader | Byline | BlockQuote | SignOff,
}

/// <summary>Membership of <see cref="BlockKinds"/>.</summary>
public static class BlockKindsExtensions
{
    /// <summary>Whether the set holds a kind.</summary>
    public static bool Has(this BlockKinds kinds, BlockKind kind) => ((int)kinds & (1 << (int)kind)) != 0;
}
