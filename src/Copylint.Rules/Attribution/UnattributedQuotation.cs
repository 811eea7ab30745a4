using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Documents.Formats.PlainText;
using Copylint.Language;

namespace Copylint.Rules.Attribution;

/// <summary>
/// CL2002. Looks for the speaker of a quotation in the order in which readers do: in its own sentences, in the sentence
/// before or after, in a colon before it, in the paragraph
/// before when that speaks or quotes.
/// </summary>
internal sealed class UnattributedQuotation : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var minWords = (int)context.Number("min-words");
        var asksAgain = context.Option("continued") switch
        {
            "true" => true,
            "false" => false,
            var value => throw new FormatException($"'continued' is true or false, not '{value}'"),
        };
        var beside = new SpeakersBeside(context.Lexicon("gesture-verbs"), context.Lexicon("lead-nouns"));
        context.OnDocument(c => CheckAll(c, minWords, asksAgain, beside));
    }

    private static void CheckAll(ReportContext context, int minWords, bool asksAgain, SpeakersBeside beside)
    {
        var voices = new ParagraphVoices(context.Analysis);
        foreach (var quotation in context.Analysis.Quotations.All)
        {
            if (quotation.WordCount >= minWords)
                Check(context, quotation, voices, asksAgain, beside);
        }
    }

    private static void Check(
        ReportContext context,
        Quotation quotation,
        ParagraphVoices voices,
        bool asksAgain,
        SpeakersBeside beside
    )
    {
        var analysis = context.Analysis;
        if (
            !BlockKinds.Body.Has(context.Document.Blocks[quotation.FirstBlock].Kind)
            || analysis.IsResidue(quotation.FirstBlock)
        )
            return;
        var first = analysis.SentenceAtPosition(quotation.Span.Start);
        var last = analysis.SentenceAtPosition(quotation.Span.End - 1);
        // The cheapest test first: most quotations have their frame right beside them.
        if (
            !StartsSentence(analysis, quotation)
            || HasFrameByPunctuation(analysis, quotation, first, last)
            || !IsSpeech(analysis, quotation, first, last)
            || HasSpeaker(analysis, quotation, first, last, voices)
        )
            return;
        var previous = PrecedingParagraph(analysis, analysis.Sentences[first].Block);
        if (previous is { } heading && context.Document.Blocks[heading].Kind is BlockKind.Heading or BlockKind.Headline)
            return; // the deck under a headline
        if (beside.Tell(analysis, quotation, first, previous))
            return;
        // Many papers let a quotation stand alone after a paragraph that ends with its speaker, or is about the person;
        // whether it is the same one only the desk can tell.
        var carried =
            previous is { } before
            && (
                Speaks(analysis, analysis.SentencesOf(before).End - 1)
                || IsAboutSomebody(analysis, analysis.SentencesOf(before).End - 1)
            );
        if (carried && !asksAgain)
            return;
        context.Report(
            quotation.Segments[0],
            new Finding
            {
                Severity = carried ? Severity.Suggestion : null,
                Arguments =
                [
                    (
                        "speaker",
                        carried
                            ? "The paragraph before it speaks; name the speaker here if it is another"
                            : "No speaker stands in this paragraph or the one before it"
                    ),
                ],
            }
        );
    }

    // "She has opted out of the pension.", "But Mr Roe has one wish": a person, or one named before, is what the
    // sentence is about.
    private static bool IsAboutSomebody(DocumentAnalysis analysis, int sentence)
    {
        var s = analysis.Sentences[sentence];
        for (var i = s.FirstToken; i < s.EndToken; i++)
        {
            if (analysis.Is(i, WordClasses.SubjectPronoun | WordClasses.SpeakerNoun | WordClasses.TitleAbbreviation))
                return true;
        }

        return false;
    }

    // Whole sentences that somebody says; not a title, a fragment inside the paper's sentence, or a sign.
    private static bool IsSpeech(DocumentAnalysis analysis, Quotation quotation, int first, int last)
    {
        var text = analysis.Document.Text;
        var inner = Inner(analysis, quotation);
        if (inner.IndexOfAnyInRange('a', 'z') < 0)
            return false;
        if (
            quotation.WordCount < 15
            && !PlainTextParser.EndsLikeSentence(quotation.Segments[^1].In(text))
            && PlainTextParser.IsTitleCase(inner)
        )
            return false;
        // Words of the paper around it in its own sentences.
        var outside = 0;
        var span = quotation.Span;
        for (var i = analysis.Sentences[first].FirstToken; i < analysis.Sentences[last].EndToken; i++)
        {
            if (
                analysis.Tokens[i].Kind is TokenKind.Word or TokenKind.Number
                && !span.Contains(analysis.Tokens[i].Start)
            )
                outside++;
        }

        return outside * 2 <= quotation.WordCount || outside <= 4;
    }

    private static ReadOnlySpan<char> Inner(DocumentAnalysis analysis, Quotation quotation) =>
        quotation.Segments[0].In(analysis.Document.Text).Trim("“”\"‘’'«»„` ,.");

    private static bool StartsSentence(DocumentAnalysis analysis, Quotation quotation)
    {
        var inner = Inner(analysis, quotation);
        return !inner.IsEmpty
            && (char.IsUpper(inner[0]) || char.IsDigit(inner[0]) || inner[0] is '[' or '(' or '…' or '.');
    }

    // "…,” an angry Roe shot back": a comma before the closing mark and words after it make a frame, whatever the verb;
    // so do a name and a comma before the opening one.
    private static bool HasFrameByPunctuation(DocumentAnalysis analysis, Quotation quotation, int first, int last)
    {
        var text = analysis.Document.Text;
        var end = quotation.Span.End - 1;
        while (end > quotation.Span.Start && text[end] is '”' or '"' or '’' or '\'' or '»' or '“')
            end--;
        var closing = analysis.Sentences[last];
        if (text[end] == ',' && closing.Span.End > quotation.Span.End + 4)
            return true;
        var opening = analysis.Sentences[first];
        var mark = TokenAt(analysis, first, quotation.Span.Start);
        if (mark <= opening.FirstToken + 1 || analysis.Tokens[mark - 1].Kind != TokenKind.Comma)
            return false;
        for (var i = opening.FirstToken; i < mark; i++)
        {
            if (
                analysis.Is(i, WordClasses.SpeakerNoun | WordClasses.SubjectPronoun)
                || (i > opening.FirstToken && analysis.Tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true })
            )
                return true;
        }

        return false;
    }

    private static bool HasSpeaker(
        DocumentAnalysis analysis,
        Quotation quotation,
        int first,
        int last,
        ParagraphVoices voices
    )
    {
        for (var s = first; s <= last; s++)
        {
            if (Speaks(analysis, s) || HasSignature(analysis, s, quotation))
                return true;
        }

        var firstToken = TokenAt(analysis, first, quotation.Span.Start);
        // A colon, or words that lead straight into it: "He had one word for it: “…”", "Or, “…”".
        for (var i = firstToken - 1; i >= 0 && i >= firstToken - 2; i--)
        {
            if (analysis.Tokens[i].Kind == TokenKind.Colon)
                return true;
        }

        // The sentence before and the one after, in the same paragraph.
        var block = analysis.Sentences[first].Block;
        if (
            first > 0
            && analysis.Sentences[first - 1].Block == block
            && (Speaks(analysis, first - 1) || IsQuoted(analysis, first - 1))
        )
            return true;
        if (
            last + 1 < analysis.Sentences.Count
            && analysis.Sentences[last + 1].Block == analysis.Sentences[last].Block
            && Speaks(analysis, last + 1)
        )
            return true;
        // Anything in the paragraph of a longer quotation that names its speaker.
        return voices.SpeakBefore(block, first - 1)
            || FollowsSpeaker(analysis, block)
            || IsIntroducedAfter(analysis, quotation.LastBlock)
            || IsSigned(analysis, quotation.LastBlock)
            || CitesInBrackets(analysis, quotation.LastBlock);
    }

    // "- Sanders." as a line of its own below it.
    private static bool IsSigned(DocumentAnalysis analysis, int block)
    {
        if (block + 1 >= analysis.Document.Blocks.Count)
            return false;
        var tokens = analysis.TokensOf(block + 1);
        return tokens.Count is > 1 and <= 14
            && analysis.Tokens[tokens.First].Kind is TokenKind.Dash or TokenKind.Hyphen
            && analysis.Tokens[tokens.First + 1].IsCapitalised;
    }

    // "[HuffPost.]" at the end of the paragraph.
    private static bool CitesInBrackets(DocumentAnalysis analysis, int block)
    {
        var tokens = analysis.TokensOf(block);
        for (var i = tokens.End - 2; i > tokens.First && i > tokens.End - 8; i--)
        {
            if (
                analysis.Tokens[i].Kind == TokenKind.OpenBracket
                && analysis.Tokens[i + 1].IsCapitalised
                && analysis.Quotations.At(analysis.Tokens[i].Start) is null
            )
                return true;
        }

        return false;
    }

    // The block before that has words; captions and residue between are passed over.
    private static int? PrecedingParagraph(DocumentAnalysis analysis, int block)
    {
        var previous = block - 1;
        while (
            previous >= 0
            && (
                analysis.IsResidue(previous)
                || analysis.Document.Blocks[previous].Kind is BlockKind.Caption or BlockKind.TableCell
            )
        )
            previous--;
        return previous >= 0 && analysis.TokensOf(previous).Count > 0 ? previous : null;
    }

    // The paragraph before ends with a quotation, or is one with its speaker behind it, or leads up to it.
    private static bool FollowsSpeaker(DocumentAnalysis analysis, int block)
    {
        if (PrecedingParagraph(analysis, block) is not { } previous)
            return false;
        if (analysis.Document.Blocks[previous].Kind == BlockKind.BlockQuote)
            return true;
        var tokens = analysis.TokensOf(previous);
        var last = tokens.End - 1;
        if (analysis.Tokens[last].Kind is TokenKind.Colon or TokenKind.Dash)
            return true;
        while (last > tokens.First && analysis.Tokens[last].Kind is TokenKind.Stop or TokenKind.Comma)
            last--;
        // A fragment at its end ("called it “rotten to the core”") is the paper's sentence; a whole sentence goes on.
        if (
            analysis.Quotations.At(analysis.Tokens[last].Start) is { WordCount: >= 4 } quotation
            && (!quotation.IsClosed || StartsSentence(analysis, quotation))
        )
            return true;
        int quoted = 0,
            words = 0;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            if (analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                continue;
            words++;
            quoted += analysis.Quotations.At(analysis.Tokens[i].Start) is { WordCount: >= 4 } ? 1 : 0;
        }

        return quoted * 2 > words;
    }

    // "That was how Mr Roe put it when he spoke on Friday": a next paragraph that begins by naming who spoke.
    private static bool IsIntroducedAfter(DocumentAnalysis analysis, int block)
    {
        if (block + 1 >= analysis.Document.Blocks.Count)
            return false;
        var (first, end) = analysis.SentencesOf(block + 1);
        if (first >= end)
            return false;
        var text = analysis.TextOf(analysis.Sentences[first].FirstToken);
        return text is "That" or "Those" or "So" && Speaks(analysis, first);
    }

    private static bool Speaks(DocumentAnalysis analysis, int sentence)
    {
        var s = analysis.Sentences[sentence];
        for (var i = s.FirstToken + 1; i < s.EndToken; i++)
        {
            // "continued", "remembered", "went on": right beside a quotation a verb of stand or going on speaks too.
            if (
                analysis.Is(i, WordClasses.AttitudeVerb)
                && analysis.Is(i, WordClasses.FiniteVerbForm)
                && analysis.Quotations.At(analysis.Tokens[i].Start) is null
                && (
                    analysis.Tokens[i - 1].IsQuoteMark
                    || analysis.Tokens[i - 1].IsCapitalised
                    || analysis.Is(i - 1, WordClasses.SubjectPronoun)
                )
            )
                return true;
        }

        return SpeechEvidence.HasVerbFrame(analysis, new TokenRange(s.FirstToken, s.EndToken))
            || SpeechEvidence.CitesSource(analysis, s);
    }

    private static bool IsQuoted(DocumentAnalysis analysis, int sentence)
    {
        var s = analysis.Sentences[sentence];
        return analysis.Quotations.At(analysis.Tokens[s.FirstToken].Start) is { WordCount: >= 4 }
            || analysis.Quotations.At(analysis.Tokens[s.EndToken - 1].Start) is { WordCount: >= 4 };
    }

    // "— Jane Roe", "(@roe)": a signature after it.
    private static bool HasSignature(DocumentAnalysis analysis, int sentence, Quotation quotation)
    {
        var s = analysis.Sentences[sentence];
        for (var i = s.FirstToken; i < s.EndToken; i++)
        {
            if (
                analysis.Tokens[i].Start >= quotation.Span.End
                && analysis.Tokens[i].Kind is TokenKind.Dash or TokenKind.Handle or TokenKind.Link
            )
                return true;
        }

        return false;
    }

    private static int TokenAt(DocumentAnalysis analysis, int sentence, int position)
    {
        var (first, end) = (analysis.Sentences[sentence].FirstToken, analysis.Sentences[sentence].EndToken);
        return Math.Clamp(analysis.TokenFromPosition(position), first, end - 1);
    }

    /// <summary>Tells whether somebody speaks in the paragraph before a sentence; goes on from where it was asked last,
    /// since quotations come in order.</summary>
    private sealed class ParagraphVoices(DocumentAnalysis analysis)
    {
        private int _block = -1;
        private int _checked;
        private bool _speak;

        public bool SpeakBefore(int block, int sentence)
        {
            if (block != _block || sentence < _checked)
                (_block, _checked, _speak) = (block, analysis.SentencesOf(block).First, false);
            for (; _checked < sentence && !_speak; _checked++)
                _speak = Speaks(analysis, _checked);
            return _speak;
        }
    }
}
