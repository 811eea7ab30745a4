using Copylint.Language;

namespace Copylint.Analysis.Speech.Reading;

/// <summary>
/// The words by which attributions are read, beside the verbs and nouns of the lexicons: the rows of
/// <c>speech-words.txt</c>. Immutable.
/// </summary>
/// <param name="rows">The words.</param>
internal sealed class SpeechWords(IEnumerable<GroupedWord<SpeechGroup>> rows) : GroupedWords<SpeechGroup>(rows)
{
    private static readonly Lazy<SpeechWords> Shipped = new(() => new SpeechWords(Rows()));

    /// <summary>The words that the program is built with.</summary>
    public static SpeechWords All => Shipped.Value;

    /// <summary>The rows that the program is built with.</summary>
    public static IReadOnlyList<GroupedWord<SpeechGroup>> Rows() => RowsOf("speech-words.txt");
}
