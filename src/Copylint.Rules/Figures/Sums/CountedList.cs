using Copylint.Analysis;
using Copylint.Analysis.Figures;
using Copylint.Language;

namespace Copylint.Rules.Figures.Sums;

/// <summary>A list behind a number and a colon, a dash or a bracket.</summary>
/// <param name="Tokens">Its tokens, without the mark.</param>
/// <param name="Count">How many things it names, or how many people its parts make.</param>
/// <param name="IsOfPeople">Whether it is parts of a number of people.</param>
internal sealed record CountedList(TokenRange Tokens, double Count, bool IsOfPeople)
{
    private const int MostWords = 5;
    private const int MostItems = 30;

    /// <summary>Reads a list of names, or of numbers of people; null for anything else, since a list of phrases can be
    /// parted in more than one way.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="noun">What is counted.</param>
    /// <param name="opener">Index of the mark before the list.</param>
    public static CountedList? Read(FigureSentence sentence, TokenRange noun, int opener)
    {
        var isBracket = sentence.KindOf(opener) == TokenKind.OpenBracket;
        var end = EndOf(sentence, opener + 1, isBracket);
        if (end is not { } last)
            return null;
        var tokens = new TokenRange(opener + 1, last);
        return PartsIn(sentence, noun, tokens) is { } parts ? new CountedList(tokens, parts, true)
            : NamesIn(sentence, tokens) is { } names ? new CountedList(tokens, names, false)
            : null;
    }

    // The bracket, the dash, the semicolon or the sentence that ends it.
    private static int? EndOf(FigureSentence sentence, int first, bool isBracket)
    {
        for (var i = first; i < sentence.End; i++)
        {
            switch (sentence.KindOf(i))
            {
                case TokenKind.CloseBracket:
                    return isBracket ? i : null;
                case TokenKind.Stop or TokenKind.Semicolon or TokenKind.Dash:
                    return isBracket ? null : i;
                case not (TokenKind.Word or TokenKind.Comma or TokenKind.Hyphen or TokenKind.Clitic or TokenKind.Number)
                    when !sentence.Is(i, SumWords.ListAnd):
                    return null;
            }

            if (sentence.Is(i, SumWords.Including))
                return null;
        }

        return isBracket ? null : sentence.End;
    }

    // "Leeds, York, Bath and Hull": every item begins with a capital and is a name.
    private static int? NamesIn(FigureSentence sentence, TokenRange tokens)
    {
        int items = 0,
            ands = 0;
        for (var i = tokens.First; i < tokens.End; )
        {
            var end = EndOfItem(sentence, i, tokens.End);
            if (!IsName(sentence, new TokenRange(i, end)))
                return null;
            items++;
            i = end;
            var isComma = sentence.KindOf(i) == TokenKind.Comma;
            if (isComma)
                i++;
            if (i < tokens.End && sentence.Is(i, SumWords.ListAnd))
            {
                ands++;
                i++;
                // "Leeds and York, Bath": "and" joins the last two.
                if (EndOfItem(sentence, i, tokens.End) != tokens.End)
                    return null;
            }
            else if (isComma && i >= tokens.End)
            {
                return null;
            }
        }

        var isList = ands == 1 ? items >= 2 : items >= 3;
        return isList && items <= MostItems ? items : null;
    }

    private static int EndOfItem(FigureSentence sentence, int first, int end)
    {
        var i = first;
        while (i < end && sentence.KindOf(i) != TokenKind.Comma && !sentence.Is(i, SumWords.ListAnd))
            i++;
        return i;
    }

    private static bool IsName(FigureSentence sentence, TokenRange item)
    {
        var first = sentence.Is(item.First, SumWords.Articles) ? item.First + 1 : item.First;
        if (item.Count is 0 or > MostWords || !sentence.IsCapitalised(first))
            return false;
        for (var i = first; i < item.End; i++)
        {
            var isWord = sentence.KindOf(i) == TokenKind.Word;
            if (isWord && !sentence.IsCapitalised(i) && !sentence.Is(i, SumWords.NameParticles))
                return false;
        }

        return true;
    }

    // "three men and two women": each item is a number and people.
    private static double? PartsIn(FigureSentence sentence, TokenRange noun, TokenRange tokens)
    {
        if (!sentence.Has(noun, SumWords.Persons))
            return null;
        double sum = 0;
        var items = 0;
        for (var i = tokens.First; i < tokens.End; items++)
        {
            if (FigureAt(sentence, i) is not { } part)
                return null;
            var end = EndOfItem(sentence, part.Tokens.End, tokens.End);
            var people = new TokenRange(part.Tokens.End, end);
            if (part.Kind != QuantityKind.Count || people.Count is 0 or > MostWords)
                return null;
            if (!sentence.Is(end - 1, SumWords.Persons))
                return null;
            sum += part.Value;
            i = end;
            if (sentence.KindOf(i) == TokenKind.Comma)
                i++;
            if (i < tokens.End && sentence.Is(i, SumWords.ListAnd))
                i++;
        }

        return items >= 2 ? sum : null;
    }

    private static Quantity? FigureAt(FigureSentence sentence, int token)
    {
        foreach (ref readonly var figure in sentence.Figures)
        {
            if (figure.Lead == token)
                return figure;
        }

        return null;
    }
}
