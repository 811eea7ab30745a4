using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>Reads from the words around an office or a scheduled event what it says of the day of writing.</summary>
internal static class Mentions
{
    // Words of a title before its noun: "former Florida Republican Gov.".
    private const int FormerReach = 5;

    // A modal of the clause that an office stands in.
    private const int ModalReach = 4;

    /// <summary>Whether the mention looks back: "former", "then", a past year in the sentence, a quotation, "under",
    /// "elected".</summary>
    public static bool IsPast(DocumentAnalysis analysis, TokenRange range)
    {
        if (analysis.Quotations.At(analysis.Tokens[range.First].Start) is not null)
            return true;
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - 5); i--)
        {
            if (TimeWords.LookingBack.Has(analysis.TextOf(i)))
                return true;
        }

        return analysis.CuesOf(sentence) is { Years: > 0 } or { Recalls: true };
    }

    /// <summary>Whether the sentence tells news of it: a bare weekday or a word such as "yesterday" stands in
    /// it.</summary>
    public static bool TellsNews(DocumentAnalysis analysis, TokenRange range) =>
        analysis.CuesOf(analysis.Sentences[analysis.SentenceAt(range.First)]).TellsNews;

    /// <summary>Whether "former" stands before the title, with nothing but other parts of the name between: "former
    /// Florida Gov.".</summary>
    public static bool IsFormer(DocumentAnalysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - FormerReach); i--)
        {
            // "Once Smith is former president Smith" looks ahead.
            if (TimeWords.Former.Has(analysis.TextOf(i)))
                return i == sentence.FirstToken || !analysis.Is(i - 1, WordClasses.Be);
            if (!IsPartOfName(analysis, i))
                return false;
        }

        return false;
    }

    private static bool IsPartOfName(DocumentAnalysis analysis, int token) =>
        analysis.Tokens[token]
            is { Kind: TokenKind.Word, IsCapitalised: true }
                or { Kind: TokenKind.Stop or TokenKind.Hyphen };

    /// <summary>Whether the mention is of something imagined or to come: a condition, a plan, "a President Smith",
    /// "possible".</summary>
    public static bool IsImagined(DocumentAnalysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        for (var i = sentence.FirstToken; i < range.First; i++)
        {
            if (TimeWords.Conditional.Has(analysis.TextOf(i)))
                return true;
        }

        var end = Math.Min(sentence.EndToken, range.End + ModalReach);
        for (var i = Math.Max(sentence.FirstToken, range.First - ModalReach); i < end; i++)
        {
            if (analysis.Is(i, WordClasses.Modal))
                return true;
        }

        for (var i = range.First - 1; i >= Math.Max(sentence.FirstToken, range.First - FormerReach); i--)
        {
            if (TimeWords.Imagining.Has(analysis.TextOf(i)))
                return true;
            if (!IsPartOfName(analysis, i))
                return false;
        }

        return false;
    }

    /// <summary>Whether a verb follows the holder's name: "President Smith said", no "opposed President Smith's
    /// plan".</summary>
    public static bool Acts(DocumentAnalysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        var verb = range.End;
        if (IsPossessive(analysis.TextOf(verb - 1)) || verb < sentence.EndToken && IsPossessive(analysis.TextOf(verb)))
            return false;
        while (verb < sentence.EndToken && analysis.Is(verb, WordClasses.Adverb | WordClasses.Weekday))
            verb++;
        return verb < sentence.EndToken
            && (
                analysis.Is(verb, WordClasses.Auxiliary | WordClasses.FiniteVerbForm)
                || (PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(verb)) & (VerbForms.Past | VerbForms.Third)) != 0
            );
    }

    private static bool IsPossessive(ReadOnlySpan<char> name) =>
        name is [.., '\'' or '’', 's'] or [.., 's', '\'' or '’'];

    /// <summary>Whether the holder is the subject of a verb in the present: "President Smith is", "has asked",
    /// "says".</summary>
    public static bool ActsNow(DocumentAnalysis analysis, TokenRange range)
    {
        var sentence = analysis.Sentences[analysis.SentenceAt(range.First)];
        var verb = range.End;
        while (verb < sentence.EndToken && analysis.Is(verb, WordClasses.Adverb))
            verb++;
        if (verb >= sentence.EndToken)
            return false;
        // "Is meeting", but "is a famous pope": what somebody is outlasts the term.
        if (analysis.TextOf(verb) is "is")
            return verb + 1 < sentence.EndToken
                && (PartOfSpeechTagger.VerbFormsOf(analysis.TextOf(verb + 1)) & VerbForms.Ing) != 0;
        return TimeWords.PresentAuxiliaries.Has(analysis.TextOf(verb))
            || analysis.Is(verb, WordClasses.VerbThird) && !analysis.Is(verb, WordClasses.NounToo);
    }
}
