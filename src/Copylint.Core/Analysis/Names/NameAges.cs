using Copylint.Language;

namespace Copylint.Analysis.Names;

/// <summary>Reads the ages that copy gives people: "Roe, 34,", "Roe, aged 34", "Roe (34)", "the 34-year-old Ann
/// Roe".</summary>
internal static class NameAges
{
    private const int MaxYears = 120;

    // "the 34-year-old former council leader Ann Roe".
    private const int MostWordsBetween = 4;

    // "aged 34 at the time", "34 when he left", "then aged 34".
    private const int TimeBefore = 2;
    private const int TimeAfter = 4;

    /// <summary>The ages in reading order, those of another time left out.</summary>
    public static IReadOnlyList<NameAge> Of(DocumentAnalysis analysis, NameTable names)
    {
        var ages = new List<NameAge>();
        foreach (var mention in names.Mentions)
        {
            if (mention.After >= 0 || mention.Is(NameTraits.NoPerson))
                continue;
            var run = names.Runs[mention.Run];
            var cursor = new SentenceCursor(analysis, analysis.Sentences[analysis.SentenceAt(run.Tokens.First)]);
            var number = After(cursor, run.Tokens.End, names.Words) ?? Before(cursor, run, names.Words);
            if (
                number is { } token
                && YearsAt(cursor, token) is { } years
                && !IsOfAnotherTime(cursor, token, names.Words)
            )
                ages.Add(new NameAge(mention, years, token));
        }

        return ages;
    }

    private static int? After(in SentenceCursor cursor, int token, NameWords words)
    {
        if (cursor.KindOf(token) == TokenKind.OpenBracket)
            return cursor.KindOf(token + 2) == TokenKind.CloseBracket ? token + 1 : null;
        if (words.Has(NameGroup.Aged, cursor.TextOf(token)))
            return token + 1;
        if (cursor.KindOf(token) != TokenKind.Comma)
            return null;
        if (words.Has(NameGroup.Aged, cursor.TextOf(token + 1)))
            return token + 2;
        if (cursor.Is(token + 1, WordClasses.Determiner))
            return IsYearOld(cursor, token + 3, words) && !LeadsToVerb(cursor, token + 7) ? token + 2 : null;
        return cursor.KindOf(token + 2) is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash
            ? token + 1
            : null;
    }

    // "Besides Greene and Turner, a 16-year-old boy was charged": he is somebody else.
    private static bool LeadsToVerb(in SentenceCursor cursor, int token)
    {
        for (var i = token; i < token + MostWordsBetween && cursor.KindOf(i) == TokenKind.Word; i++)
        {
            if (cursor.Is(i, WordClasses.Auxiliary))
                return true;
        }

        return false;
    }

    // Parts of speech are asked for only where an age stands: it tags the sentence. "A 34-year-old Leeds player" is
    // nobody called Leeds.
    private static int? Before(in SentenceCursor cursor, NameRun run, NameWords words)
    {
        var first = run.Title.Count > 0 ? run.Title.First : run.Tokens.First;
        var old = first - 1;
        while (old >= first - 1 - MostWordsBetween && !words.Has(NameGroup.YearOld, cursor.TextOf(old)))
            old--;
        if (!words.Has(NameGroup.YearOld, cursor.TextOf(old)) || !IsYearOld(cursor, old - 3, words))
            return null;
        for (var i = old + 1; i < first; i++)
        {
            if (
                cursor.KindOf(i) is not TokenKind.Word
                || cursor.Is(i, WordClasses.Preposition | WordClasses.Conjunction | WordClasses.Determiner)
                || cursor.PartOfSpeechAt(i) is not (PartOfSpeech.Noun or PartOfSpeech.Adjective)
            )
                return null;
        }

        return cursor.PartOfSpeechAt(run.Tokens.End) == PartOfSpeech.Noun ? null : old - 4;
    }

    // The hyphen before "year-old".
    private static bool IsYearOld(in SentenceCursor cursor, int hyphen, NameWords words) =>
        cursor.KindOf(hyphen) == TokenKind.Hyphen
        && cursor.KindOf(hyphen + 2) == TokenKind.Hyphen
        && words.Has(NameGroup.YearOld, cursor.TextOf(hyphen + 1))
        && words.Has(NameGroup.YearOld, cursor.TextOf(hyphen + 3));

    private static int? YearsAt(in SentenceCursor cursor, int token) =>
        cursor.KindOf(token) == TokenKind.Number
        && int.TryParse(cursor.TextOf(token), out var years)
        && years is >= 1 and <= MaxYears
            ? years
            : null;

    private static bool IsOfAnotherTime(in SentenceCursor cursor, int token, NameWords words)
    {
        for (var i = token - TimeBefore; i <= token + TimeAfter; i++)
        {
            if (words.Has(NameGroup.OtherTime, cursor.TextOf(i)))
                return true;
        }

        return false;
    }
}
