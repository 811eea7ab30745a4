using Copylint.Analysis;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Language;
using Copylint.Linting.Suppressions;
using Copylint.Text;

namespace Copylint.Linting.Fixes;

/// <summary>
/// The one gate that every fix of every rule passes, built-in or of a pack, before anybody is told of it. It leaves a
/// fix as it is, widens a deletion by the marks that it would
/// leave empty, makes an unsafe fix of a safe one and says why, or withdraws it. It never makes an unsafe fix safe.
/// </summary>
internal sealed class FixGate
{
    /// <summary>The rule of a suppression that suppresses nothing, of which the comment itself may go.</summary>
    private const string UnusedStet = "CL0003";

    private readonly Document _document;
    private readonly BlockPlaces _places;
    private readonly Func<DocumentAnalysis> _analyse;
    private StoryBlocks? _story;
    private bool _isFileJudged;
    private string? _reasonOfFile;
    private List<MarkupNode>? _templateMarks;

    /// <param name="document">The file whose fixes are judged.</param>
    /// <param name="analyse">What is known of it, asked for where words decide.</param>
    public FixGate(Document document, Func<DocumentAnalysis> analyse)
    {
        _document = document;
        _analyse = analyse;
        _places = new BlockPlaces(document);
    }

    /// <summary>The file whose fixes are judged.</summary>
    public Document Document => _document;

    /// <summary>The findings with the fixes that may be offered.</summary>
    public static List<Diagnostic> Judge(DocumentAnalysis analysis, List<Diagnostic> found)
    {
        FixGate? gate = null;
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Fixes.Count > 0)
                found[i] = (gate ??= new FixGate(analysis.Document, () => analysis)).Judge(found[i]);
        }

        return found;
    }

    /// <summary>A finding with the fixes that may be offered.</summary>
    public Diagnostic Judge(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (diagnostic.Fixes.Count == 0)
            return diagnostic;
        var kept = new List<Fix>(diagnostic.Fixes.Count);
        foreach (var fix in diagnostic.Fixes)
        {
            if (Judge(diagnostic, fix) is { } judged)
                kept.Add(judged);
        }

        return diagnostic with
        {
            Fixes = kept,
        };
    }

    private Fix? Judge(Diagnostic diagnostic, Fix fix)
    {
        // What cannot be decoded cannot be written back byte for byte.
        if (_document.Source.InvalidSequences.Count > 0 || !AreSound(fix.Edits))
            return null;
        // What is unsafe already needs no reason.
        string? caution = fix.IsSafe ? null : "";
        var edits = new List<TextEdit>(fix.Edits.Count);
        foreach (var edit in fix.Edits)
        {
            if (IsStet(diagnostic, edit))
            {
                edits.Add(edit);
                continue;
            }

            if (Judge(diagnostic, edit, ref caution) is not { } judged)
                return null;
            edits.Add(judged);
        }

        return fix with
        {
            Edits = edits,
            IsSafe = fix.IsSafe && caution is null,
            Caution = fix.IsSafe ? caution : null,
        };
    }

    // An edit as it may be made, or null for one that must never be; the caution is set where somebody has to look.
    private TextEdit? Judge(Diagnostic diagnostic, TextEdit edit, ref string? caution)
    {
        if (DeletesLiveMark(edit))
            return null;
        var touched = _places.Touched(edit.Span).ToList();
        if (touched.Count == 0)
        {
            if (!IsInMarkup(edit))
                caution ??= "it changes what is no copy";
            return edit;
        }

        caution ??= ReasonOfFile ?? (WritesMark(edit) ? "Markdown reads it as a mark" : null);
        var isDeletion = string.IsNullOrWhiteSpace(edit.NewText) && !edit.Span.IsEmpty;
        if (isDeletion && touched.TrueForAll(b => edit.Span.Contains(_places.SourceOf(b))))
        {
            foreach (var block in touched)
                caution ??= ReasonToKeep(diagnostic, block);
            return edit;
        }

        if (touched.Count > 1 || !_places.IsAllCopy(touched[0], edit.Span))
            return IsAddress(edit) ? edit : null;
        return isDeletion && !_document.Source.Text.AsSpan(edit.Span.Start, edit.Span.Length).IsWhiteSpace()
            ? DeleteWords(diagnostic, touched[0], edit, ref caution)
            : edit;
    }

    /// <summary>Whether a block stands below the last sentence of the article.</summary>
    public bool StandsBelowStory(Block block) => Story.StandsBelow(block);

    private StoryBlocks Story => _story ??= new StoryBlocks(_analyse(), _places);

    // Why nothing of a file's copy is changed without a look.
    private string? ReasonOfFile
    {
        get
        {
            if (!_isFileJudged)
            {
                _isFileJudged = true;
                _reasonOfFile =
                    _document.Source.Text.Contains(Signature, StringComparison.Ordinal) ? "the file is signed"
                    : _analyse().Languages.Foreign is { } language ? $"the copy is in {language}"
                    : null;
            }

            return _reasonOfFile;
        }
    }

    // Of OpenPGP (RFC 4880, 6.2 and 7): a signed text holds to the last blank.
    private const string Signature = "-----BEGIN PGP SIGN";

    // "&#124;" is how a file says that it means the character: written out it draws a table, or a link.
    private bool WritesMark(TextEdit edit) =>
        _document.Format == DocumentFormats.Markdown
        && edit.NewText.AsSpan().IndexOfAny(MarkdownMarks) >= 0
        && edit.Span.In(_document.Source.Text) is ['&', .., ';'];

    private static readonly System.Buffers.SearchValues<char> MarkdownMarks = System.Buffers.SearchValues.Create(
        "|*_[]<>`\\#~{}$^=+"
    );

    private string? ReasonToKeep(Diagnostic diagnostic, Block block)
    {
        if (diagnostic.CardSeverity < Severity.Warning)
            return "the rule only suggests it";
        if (IsUnderStet(block))
            return "a stet stands before it";
        return Story.ReasonToKeep(block, diagnostic.Rule.Precision == Precision.VeryHigh);
    }

    private TextEdit? DeleteWords(Diagnostic diagnostic, Block block, TextEdit edit, ref string? caution)
    {
        var text = _document.Source.Text;
        var home = _places.SourceOf(block);
        if (!HoldsWord(edit.Span.In(text)))
            return edit;
        // "[the](…) the": which of the two goes is not said.
        if (caution is null && diagnostic.Span.Contains(edit.Span) && !_places.IsAllCopy(block, diagnostic.Span))
            caution = "markup stands in it";
        if (IsInsideWord(text, edit.Span))
            return edit;
        if (WordDeletion.Widen(text, home, edit.Span) is not { } span || IsEmptied(text, span))
            return null;
        if (span.Contains(home))
            caution ??= ReasonToKeep(diagnostic, block);
        else if (!_places.IsAllCopy(block, span) || LeavesLooseEnd(block, span))
            return null;
        else if (caution is null && DeletesSentence(block, span))
            caution = "it is a sentence";
        return edit with { Span = span };
    }

    // Edits in order, none over another, and nothing written that no editor would type.
    private bool AreSound(IReadOnlyList<TextEdit> edits)
    {
        var reached = 0;
        var wasInsertion = false;
        foreach (var edit in edits)
        {
            if (
                edit.Span.Start < reached
                || (wasInsertion && edit.Span.Start == reached && edit.Span.IsEmpty)
                || edit.Span.End > _document.Source.Text.Length
                || edit.NewText.AsSpan().ContainsAny(Forbidden)
            )
                return false;
            reached = edit.Span.End;
            wasInsertion = edit.Span.IsEmpty;
        }

        return edits.Count > 0;
    }

    // Controls but tab and line breaks, marks of direction and of byte order.
    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n' or '\r')).Select(c => (char)c),
        .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c),
        .. Enumerable.Range(0x202A, 5).Select(c => (char)c),
        .. Enumerable.Range(0x2066, 4).Select(c => (char)c),
        '\uFEFF',
        '\uFFFE',
        '\uFFFF',
    ]);

    // A comment of the editors that suppresses nothing.
    private bool IsStet(Diagnostic diagnostic, TextEdit edit) =>
        diagnostic.Rule.Id == UnusedStet
        && edit.NewText.Length == 0
        && FirstComment(edit.Span.Start) is var first
        && first < _document.Comments.Count
        && edit.Span.Contains(_document.Comments[first])
        && _places.Touched(edit.Span).All(b => !edit.Span.Overlaps(_places.SourceOf(b)) || IsAllOutside(b, edit.Span));

    // The comment stands in the middle of a block: none of the copy goes but a blank.
    private bool IsAllOutside(Block block, TextSpan span)
    {
        for (var at = _places.FirstAt(block, span.Start); at < block.Span.End; at++)
        {
            var source = _document.ToSource(new TextSpan(at, 1));
            if (source.Start >= span.End)
                return true;
            if (!char.IsWhiteSpace(_document.Text[at]) && source.Overlaps(span))
                return false;
        }

        return true;
    }

    // In a source file of a site a shortcode is read by its generator: what looks like residue is what readers get.
    private bool DeletesLiveMark(TextEdit edit) =>
        _document.Format != DocumentFormats.PlainText && HoldsMark(edit.Span);

    private bool HoldsMark(TextSpan span)
    {
        _templateMarks ??= [.. TemplateMarks.Find(_document.Source.Text).OrderBy(m => m.Span.Start)];
        var near = span.Start - TemplateMarks.MaxLength;
        var first = Bisection.First(_templateMarks.Count, i => _templateMarks[i].Span.Start >= near);
        for (var i = first; i < _templateMarks.Count && _templateMarks[i].Span.Start < span.End; i++)
        {
            if (_templateMarks[i].Span.Overlaps(span))
                return true;
        }

        return false;
    }

    // The first comment that begins at a place or after it.
    private int FirstComment(int place) =>
        Bisection.First(_document.Comments.Count, i => _document.Comments[i].Start >= place);

    // An address, an attribute: no mark of the structure goes or comes.
    private bool IsInMarkup(TextEdit edit) => IsAddress(edit) && !edit.Span.In(_document.Source.Text).Contains('\n');

    private bool IsAddress(TextEdit edit) =>
        !edit.Span.In(_document.Source.Text).ContainsAny("<>[]()\"'\r\n{} ")
        && !edit.NewText.AsSpan().ContainsAny("<>[]()\"'\r\n{} ");

    private bool IsUnderStet(Block block)
    {
        var place = _places.SourceOf(block).Start;
        for (var i = FirstComment(place) - 1; i >= 0 && place - _document.Comments[i].End < MaxBetween; i--)
        {
            var comment = _document.Comments[i];
            if (comment.End <= place && !HasCopy(comment.End, place) && Suppression.IsStet(_document, comment))
                return true;
        }

        return false;
    }

    // Tags and blanks between a stet and the block that it stands before.
    private const int MaxBetween = 400;

    private bool HasCopy(int start, int end) => start < end && _places.Touched(TextSpan.FromBounds(start, end)).Any();

    // A parameter of an address in the copy, letters of a word.
    private static bool IsInsideWord(string text, TextSpan span)
    {
        if (span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1]) && char.IsLetterOrDigit(text[span.Start]))
            return true;
        var start = span.Start;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && span.Start - start < MaxBetween)
            start--;
        return TextSpan.FromBounds(start, span.Start).In(text).Contains("/", StringComparison.Ordinal)
            || TextSpan.FromBounds(start, span.Start).In(text).Contains("www.", StringComparison.Ordinal);
    }

    // A quotation mark, a bullet: nothing goes with it.
    private static bool HoldsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    // "<b>…</b>", "*…*": the marks would stand around nothing.
    private static bool IsEmptied(string text, TextSpan span)
    {
        int start = span.Start,
            end = span.End;
        while (start > 0 && text[start - 1] is ' ')
            start--;
        while (end < text.Length && text[end] is ' ')
            end++;
        return start > 0
            && end < text.Length
            && text[start - 1] is '*' or '_' or '~' or '>' or '[' or '`'
            && text[end] is '*' or '_' or '~' or '<' or ']' or '`';
    }

    // "The table is on see page 12.": a word that wants another after it would end the clause.
    private bool LeavesLooseEnd(Block block, TextSpan span)
    {
        var analysis = _analyse();
        var tokens = analysis.TokensOf(block.Index);
        TextSpan SourceAt(int i) => _document.ToSource(analysis.Tokens[tokens.First + i].Span);
        var before = tokens.First + Bisection.First(tokens.Count, i => SourceAt(i).End > span.Start) - 1;
        var after = tokens.First + Bisection.First(tokens.Count, i => SourceAt(i).Start >= span.End);
        if (before < tokens.First || analysis.Tokens[before].Kind != TokenKind.Word)
            return false;
        var ends =
            after == tokens.End
            || analysis.Tokens[after].Kind
                is TokenKind.Stop
                    or TokenKind.Comma
                    or TokenKind.Semicolon
                    or TokenKind.CloseBracket;
        return ends
            && analysis.Is(
                before,
                WordClasses.Determiner | WordClasses.Preposition | WordClasses.Conjunction | WordClasses.Subordinator
            )
            && !analysis.Is(before, WordClasses.Pronoun | WordClasses.SubjectPronoun | WordClasses.Adverb);
    }

    private bool DeletesSentence(Block block, TextSpan span)
    {
        var analysis = _analyse();
        var (first, end) = analysis.SentencesOf(block.Index);
        TextSpan SourceAt(int i) => _document.ToSource(analysis.Sentences[first + i].Span);
        var next = Bisection.First(end - first, i => SourceAt(i).Start >= span.Start);
        return next < end - first && span.Contains(SourceAt(next));
    }
}
