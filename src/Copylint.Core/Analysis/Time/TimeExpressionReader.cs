using Copylint.Analysis.Figures;
using Copylint.Calendar;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Time;

/// <summary>
/// Reads expressions of time from the tokens. It looks only where a number, a month, a weekday, a unit of time, a
/// season, a word such as "yesterday", or an entry of
/// the lexicons of holidays and events stands, and reads the words around it.
/// </summary>
internal sealed partial class TimeExpressionReader
{
    private readonly DocumentAnalysis _analysis;
    private readonly List<TimeExpression> _found = [];
    private int _sentence;
    private int _first;
    private int _end;

    private TimeExpressionReader(DocumentAnalysis analysis) => _analysis = analysis;

    public static IReadOnlyList<TimeExpression> Read(DocumentAnalysis analysis)
    {
        var reader = new TimeExpressionReader(analysis);
        reader.ReadTokens();
        var (holidays, events) = (analysis.Resources.HolidaysLexicon, analysis.Resources.Events);
        foreach (ref readonly var match in analysis.MatchSpan)
        {
            if (match.Lexicon == holidays)
                reader.ReadHoliday(match);
            else if (match.Lexicon == events.Lexicon && events.Of(match) is { } newsEvent)
                reader.ReadEvent(match, newsEvent);
        }

        reader._found.Sort(
            (a, b) => a.Tokens.First != b.Tokens.First ? a.Tokens.First - b.Tokens.First : b.Tokens.End - a.Tokens.End
        );
        // "more than a month" inside "more than a month into the invasion" says less than the whole.
        var kept = new List<TimeExpression>(reader._found.Count);
        foreach (var expression in reader._found)
        {
            if (kept.Count == 0 || expression.Tokens.First >= kept[^1].Tokens.End)
                kept.Add(expression);
            else if (expression.Event is not null && kept[^1].Event is null)
                kept[^1] = expression;
        }

        return kept;
    }

    private void ReadTokens()
    {
        var triggers = _analysis.TimeTriggers;
        var done = -1;
        _sentence = -1;
        _end = 0;
        for (var t = 0; t < triggers.Count; t++)
        {
            var i = triggers[t];
            if (i <= done)
                continue;
            Enter(i);
            if (ReadAt(i) is not { } expression)
                continue;
            // What begins before the trigger ("two weeks ago") replaces what was read from its first words ("two").
            while (_found.Count > 0 && _found[^1].Tokens.End > expression.Tokens.First)
            {
                if (
                    _found[^1].Tokens.First <= expression.Tokens.First
                    && _found[^1].Tokens.End >= expression.Tokens.End
                )
                    break;
                _found.RemoveAt(_found.Count - 1);
            }

            if (_found.Count == 0 || _found[^1].Tokens.End <= expression.Tokens.First)
                _found.Add(expression);
            done = Math.Max(i, expression.Tokens.End - 1);
        }
    }

    private void Enter(int token)
    {
        if (token < _end && token >= _first && _sentence >= 0)
            return;
        var sentences = _analysis.Sentences;
        if (_sentence < 0 || token < _first)
            _sentence = _analysis.SentenceAt(token);
        while (_sentence + 1 < sentences.Count && sentences[_sentence + 1].FirstToken <= token)
            _sentence++;
        _first = _analysis.Sentences[_sentence].FirstToken;
        _end = _analysis.Sentences[_sentence].EndToken;
    }

    private TimeExpression? ReadAt(int i)
    {
        ref readonly var token = ref _analysis.Tokens[i];
        if (token.Kind == TokenKind.Number)
            return char.IsAsciiDigit(_analysis.Document.Text[token.Start]) && CanBeTime(i)
                ? ReadDate(i) ?? ReadClock(i) ?? ReadDecade(i)
                : null;
        var classes = _analysis.Vocabulary.Classes(token.WordId);
        if ((classes & (WordClasses.Month | WordClasses.Weekday)) != 0 && token.IsCapitalised)
            return ReadDate(i) ?? ReadWeekday(i) ?? ReadMonth(i);
        if ((classes & WordClasses.RelativeDay) != 0)
            return ReadRelativeDay(i);
        if ((classes & WordClasses.TimeUnit) != 0)
            return ReadUnit(i);
        if ((classes & WordClasses.TimeName) != 0)
            return ReadTimeName(i);
        if ((classes & WordClasses.PresentTime) != 0)
            return Make(TimeExpressionKind.Present, i, i + 1);
        return (classes & WordClasses.Season) != 0 ? ReadSeason(i) : null;
    }

    // Most numbers are none of a date, a time of day or a year: a short one needs a month, a mark or one of a few words
    // after it.
    private bool CanBeTime(int at)
    {
        ref readonly var token = ref _analysis.Tokens[at];
        var last = _analysis.Document.Text[token.End - 1];
        if (token.Length == 4 && char.IsAsciiDigit(last) || last is 's' or 'm')
            return true;
        if (token.Length > 4)
            return IsDateInOneWord(_analysis.TextOf(at));
        return KindAt(at + 1) switch
        {
            TokenKind.Word => _analysis.Is(at + 1, WordClasses.Month)
                || _analysis.Document.Text[_analysis.Tokens[at + 1].Start]
                    is 'a'
                        or 'p'
                        or 'o'
                        or 'G'
                        or 'E'
                        or 'B'
                        or 'P'
                        or 'C'
                        or 'U',
            TokenKind.Symbol or TokenKind.Colon or TokenKind.Hyphen or TokenKind.Dash => true,
            _ => false,
        };
    }

    // "29Mar22", "5.1.2018", "2018.1.5".
    private static bool IsDateInOneWord(ReadOnlySpan<char> text) =>
        text.Length <= 10
        && (
            char.IsAsciiLetterUpper(text[1])
            || char.IsAsciiLetterUpper(text[2])
            || text.Length >= 8 && (text[1] == '.' || text[2] == '.' || text[4] == '.')
        );

    private bool Is(int token, string word) => token >= _first && token < _end && Is(_analysis.TextOf(token), word);

    // In lower case, or with a capital at its start.
    private static bool Is(ReadOnlySpan<char> text, string word) =>
        text.Length == word.Length
        && (text[0] == word[0] || (text[0] | 0x20) == word[0])
        && text[1..].SequenceEqual(word.AsSpan(1));

    private bool IsAny(int token, ReadOnlySpan<string> words)
    {
        if (token < _first || token >= _end)
            return false;
        var text = _analysis.TextOf(token);
        foreach (var word in words)
        {
            if (Is(text, word))
                return true;
        }

        return false;
    }

    private bool IsIn(int token, WordGroup group) =>
        token >= _first && token < _end && group.Has(_analysis.TextOf(token));

    private TokenKind KindAt(int token) =>
        token >= _first && token < _end ? _analysis.Tokens[token].Kind : TokenKind.Symbol;

    private TimeExpression Make(TimeExpressionKind kind, int first, int end)
    {
        var range = new TokenRange(first, end);
        return new TimeExpression
        {
            Kind = kind,
            Span = _analysis.SpanOf(range),
            Tokens = range,
            Sentence = _sentence,
        };
    }

    private void Skip(ref int at, TokenKind kind)
    {
        if (KindAt(at) == kind)
            at++;
    }

    private void Skip(ref int at, string word)
    {
        if (Is(at, word))
            at++;
    }
}
