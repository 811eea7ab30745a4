using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Analysis.Names;

/// <summary>
/// Who and what is named in one document: the runs of capitalised words, and one table from each form of a name to its
/// places with the forms before and after it. Made in one pass when first asked for.
/// </summary>
public sealed class NameTable
{
    // The first line of copy that ends like a sentence can be its headline all the same.
    private const int MaxHeadline = 160;
    private const int MinBlocks = 3;

    private const int MostNamed = 2;

    private readonly DocumentAnalysis _analysis;
    private readonly int _topLine;
    private IReadOnlyList<NameDrift>? _drifts;
    private IReadOnlyList<NameAge>? _ages;

    internal NameTable(
        DocumentAnalysis analysis,
        NameWords words,
        IReadOnlyList<NameRun> runs,
        IReadOnlyList<NameMention> mentions,
        IReadOnlyList<NameForm> forms
    )
    {
        _analysis = analysis;
        Words = words;
        _topLine = TopLineOf(analysis.Document);
        Runs = runs;
        Mentions = mentions;
        Forms = forms;
    }

    /// <summary>The words that the names were read by.</summary>
    internal NameWords Words { get; }

    /// <summary>The runs in reading order.</summary>
    public IReadOnlyList<NameRun> Runs { get; }

    /// <summary>The places of all forms in reading order.</summary>
    public IReadOnlyList<NameMention> Mentions { get; }

    /// <summary>The forms in the order of their first places.</summary>
    public IReadOnlyList<NameForm> Forms { get; }

    /// <summary>The names that the document spells in two ways, found when first asked for.</summary>
    public IReadOnlyList<NameDrift> Drifts => _drifts ??= NameDriftFinder.Find(_analysis, this);

    /// <summary>The ages that the copy gives people, found when first asked for.</summary>
    public IReadOnlyList<NameAge> Ages => _ages ??= NameAges.Of(_analysis, this);

    /// <summary>Whether two places can name one person: the same last name, and first names that do not differ. Where
    /// several people have the name, the one who is named twice as often as all others together may go without the
    /// first.</summary>
    public bool CanBeSamePerson(in NameMention one, in NameMention other)
    {
        if (one.Form != other.Form)
            return false;
        if (one.Before >= 0 && other.Before >= 0)
            return one.Before == other.Before;
        var first = Math.Max(one.Before, other.Before);
        var isFirstGiven = first >= 0;
        int same = 0,
            others = 0;
        foreach (var index in Forms[one.Form].Mentions)
        {
            var mention = Mentions[index];
            if (mention is not { Before: >= 0, After: < 0 } || mention.Is(NameTraits.NoPerson | NameTraits.Loose))
                continue;
            if (first < 0)
                first = mention.Before;
            if (mention.Before == first)
                same++;
            else
                others++;
        }

        return others == 0 || (isFirstGiven && same >= MostNamed * others);
    }

    /// <summary>Where a name stands: in the headline, a caption or running text. Where the copy has no headline, a
    /// short first line is one.</summary>
    public BlockKind KindOf(in NameMention mention)
    {
        var block = Runs[mention.Run].Block;
        return block == _topLine ? BlockKind.Headline : _analysis.Document.Blocks[block].Kind;
    }

    private static int TopLineOf(Document document) =>
        document.Headline is null
        && document.Blocks is [{ Length: < MaxHeadline } first, ..]
        && document.Blocks.Count >= MinBlocks
            ? first.Index
            : -1;

    /// <summary>The span of a place in the document's text.</summary>
    public TextSpan SpanOf(in NameMention mention) => _analysis.SpanOf(mention.Tokens);

    /// <summary>The text of a place as the copy writes it.</summary>
    public string TextOf(in NameMention mention) => SpanOf(mention).In(_analysis.Document.Text).ToString();

    /// <summary>The spellings of a form as the copy has them, each once, the most frequent first.</summary>
    public IReadOnlyList<string> SpellingsOf(NameForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return
        [
            .. form
                .Mentions.Select(m => TextOf(Mentions[m]))
                .GroupBy(t => t)
                .OrderByDescending(g => g.Count())
                .Select(g => g.Key),
        ];
    }
}
