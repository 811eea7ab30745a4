using Copylint.Text;

namespace Copylint.Analysis.Speech;

/// <summary>How words are given to their source.</summary>
public enum AttributionKind
{
    /// <summary>In quotation marks.</summary>
    Direct,

    /// <summary>In the paper's words: "said the army would".</summary>
    Indirect,

    /// <summary>In the paper's words with quoted pieces.</summary>
    Mixed,

    /// <summary>By "according to" or another phrase that cites.</summary>
    Citation,
}

/// <summary>Who says what: a source, the words that tell that somebody says so, and what is said. Spans are of the
/// document's text.</summary>
/// <param name="Kind">How the words are given.</param>
/// <param name="Source">The source as the sentence names it; empty where it names none.</param>
/// <param name="Cue">The verb or phrase.</param>
/// <param name="Content">What is said, one span for each stretch.</param>
/// <param name="Sentence">Index of the sentence that holds the cue.</param>
public sealed record Attribution(
    AttributionKind Kind,
    TextSpan Source,
    TextSpan Cue,
    IReadOnlyList<TextSpan> Content,
    int Sentence
)
{
    /// <summary>The name or noun that the source is known by, pronouns and carried-over quotations resolved; null where
    /// nothing tells.</summary>
    public string? SourceName { get; init; }
}
