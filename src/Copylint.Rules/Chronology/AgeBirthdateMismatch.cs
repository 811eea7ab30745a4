using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1010. The age that copy gives a person, against the day of birth that it gives the same person.</summary>
internal sealed class AgeBirthdateMismatch : Analyzer
{
    private const int MaxAge = 120;

    // Tokens between "she" and the name that it stands for.
    private const int PronounReach = 60;
    private const int MaxBracket = 10;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        CheckLifespans(context);
        Ages? ages = null;
        foreach (var birth in analysis.TimeExpressions)
        {
            if (
                birth.Year is not { } birthYear
                || birth.Kind is not (TimeExpressionKind.Date or TimeExpressionKind.Year or TimeExpressionKind.Month)
                || BornBefore(analysis, birth) is not { } born
                || analysis.Quotations.At(birth.Span.Start) is not null
            )
                continue;
            var sentence = analysis.Sentences[birth.Sentence];
            if (
                SurnameBefore(analysis, sentence, born) is not { } surname
                || (ages ??= new Ages(analysis)).Find(sentence, surname) is not { } found
            )
                continue;
            if (
                (ages.DayOfDeath(surname) ?? context.Document.Metadata.BestPublished?.Date) is not { } now
                || now.Year < birthYear
            )
                continue;
            var (low, high) = birth.DateOnly is { } day
                ? (AgeOn(day, now.AddDays(-7)), AgeOn(day, now.AddDays(1)))
                : (now.Year - birthYear - 1, now.Year - birthYear);
            if (found.Age >= low && found.Age <= high)
                continue;
            context.Report(
                analysis.SpanOf(new TokenRange(found.Token, found.Token + 1)),
                new Finding
                {
                    Arguments =
                    [
                        ("name", analysis.TextOf(surname).ToString()),
                        ("age", found.Age.ToString()),
                        ("dob", birth.Span.In(context.Text).ToString()),
                        ("computed", low == high ? $"{low}" : $"{low} or {high}"),
                        ("anchor", CalendarNames.Write(now)),
                    ],
                    Related = [new RelatedPlace(birth.Span, "Born then.")],
                }
            );
        }
    }

    // "Bob Lee (1926–1997) died at 81": the years give the age to within one.
    private static void CheckLifespans(ReportContext context)
    {
        var analysis = context.Analysis;
        var times = analysis.TimeExpressions;
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (birth, death) = (times[i], times[i + 1]);
            if (
                birth is not { Kind: TimeExpressionKind.Year, Year: { } from }
                || death is not { Kind: TimeExpressionKind.Year, Year: { } to }
                || to <= from
                || AgeAfterLifespan(analysis, birth, death) is not { } number
                || !int.TryParse(analysis.TextOf(number), out var age)
                || (age >= to - from - 1 && age <= to - from)
                || age > MaxAge
            )
                continue;
            context.Report(
                analysis.SpanOf(new TokenRange(number, number + 1)),
                new Finding
                {
                    Arguments =
                    [
                        ("name", analysis.TextOf(birth.Tokens.First - 2).ToString()),
                        ("age", age.ToString()),
                        ("dob", from.ToString()),
                        ("computed", $"{to - from - 1} or {to - from}"),
                        ("anchor", to.ToString()),
                    ],
                    Related = [new RelatedPlace(birth.Span, "Born then.")],
                }
            );
        }
    }

    // The number of "died at 81", "died aged 81", "was 81 when": right behind a name and two years in brackets.
    private static int? AgeAfterLifespan(DocumentAnalysis analysis, TimeExpression birth, TimeExpression death)
    {
        var (open, close) = (birth.Tokens.First - 1, death.Tokens.End);
        var end = analysis.Sentences[birth.Sentence].EndToken;
        if (
            open < 1
            || close + 3 > end
            || death.Tokens.First != birth.Tokens.End + 1
            || analysis.Tokens[open].Kind != TokenKind.OpenBracket
            || analysis.Tokens[close].Kind != TokenKind.CloseBracket
            || !IsNameWord(analysis, open - 1)
        )
            return null;
        for (var i = close + 1; i < Math.Min(end, close + 8); i++)
        {
            if (
                analysis.Tokens[i].Kind == TokenKind.Number
                && (analysis.TextOf(i - 1) is "at" or "aged" or "of")
                && (i + 1 == end || analysis.Tokens[i + 1] is { IsCapitalised: false, Kind: not TokenKind.Colon })
            )
                return i;
        }

        return null;
    }

    private static int AgeOn(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year - (day.Month < birth.Month || (day.Month == birth.Month && day.Day < birth.Day) ? 1 : 0);

    private static int? BornBefore(DocumentAnalysis analysis, TimeExpression time)
    {
        for (
            var i = time.Tokens.First - 1;
            i >= Math.Max(analysis.Sentences[time.Sentence].FirstToken, time.Tokens.First - 6);
            i--
        )
        {
            if (analysis.TextOf(i) is "born")
                return i;
            if (analysis.Tokens[i].Kind is TokenKind.Semicolon)
                return null;
        }

        return null;
    }

    // The end of a name of two words or more right before "born": "Mary Doe, 81, born", "Roe, who was born". Somebody
    // else's child is born farther off.
    private static int? SurnameBefore(DocumentAnalysis analysis, Sentence sentence, int born)
    {
        for (var i = born - 1; i > sentence.FirstToken; i--)
        {
            if (IsNameWord(analysis, i))
                return IsNameWord(analysis, i - 1) ? i : null;
            if (
                !(
                    analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Number or TokenKind.OpenBracket
                    || analysis.TextOf(i) is "was" or "who" or "aged" or "age" or "and" or "is"
                )
            )
                return null;
        }

        return null;
    }

    private static bool IsNameWord(DocumentAnalysis analysis, int token) =>
        analysis.Tokens[token] is { Kind: TokenKind.Word, IsCapitalised: true, Length: > 1 }
        && !analysis.Is(
            token,
            WordClasses.Month
                | WordClasses.Weekday
                | WordClasses.SubjectPronoun
                | WordClasses.Determiner
                | WordClasses.Preposition
        );

    /// <summary>The ages that the copy gives, found in one pass: ", 81," right after a surname, "Doe, aged
    /// 81".</summary>
    private sealed class Ages
    {
        private readonly DocumentAnalysis _analysis;
        private readonly List<(int Surname, int Age, int Token)> _all = [];
        private readonly Dictionary<string, (int Age, int Token)> _firstOfName = [];
        private readonly Dictionary<string, DateOnly> _deaths;

        public Ages(DocumentAnalysis analysis)
        {
            _analysis = analysis;
            for (var i = 1; i + 3 < analysis.Tokens.Length; i++)
            {
                var comma = AfterBrackets(analysis, i + 1);
                if (comma + 2 >= analysis.Tokens.Length || analysis.Tokens[comma].Kind != TokenKind.Comma)
                    continue;
                var number = analysis.TextOf(comma + 1) is "aged" or "age" ? comma + 2 : comma + 1;
                if (
                    number + 1 >= analysis.Tokens.Length
                    || analysis.Tokens[number].Kind != TokenKind.Number
                    || !int.TryParse(analysis.TextOf(number), out var age)
                    || age is < 1 or > MaxAge
                    || (
                        number == comma + 1
                        && analysis.Tokens[number + 1].Kind is not (TokenKind.Comma or TokenKind.Stop)
                    )
                )
                    continue;
                _all.Add((i, age, number));
                _firstOfName.TryAdd(NameAt(i), (age, number));
            }

            _deaths = FindDeaths(analysis);
        }

        /// <summary>The day that somebody of a name died on, or null.</summary>
        public DateOnly? DayOfDeath(int surname) =>
            _deaths.TryGetValue(_analysis.TextOf(surname).ToString(), out var day) ? day : null;

        /// <summary>The age of whoever the surname in a sentence stands for: in the sentence, or else where the first
        /// name is the same, since others can have the surname.</summary>
        public (int Age, int Token)? Find(Sentence sentence, int surname)
        {
            for (var i = FirstFrom(sentence.FirstToken); i < _all.Count && _all[i].Surname < sentence.EndToken; i++)
            {
                if (_analysis.TextOf(_all[i].Surname).SequenceEqual(_analysis.TextOf(surname)))
                    return (_all[i].Age, _all[i].Token);
            }

            return _firstOfName.TryGetValue(NameAt(surname), out var found) ? found : null;
        }

        // "Sue Kay (born 1950), 90": what stands after the bracket.
        private static int AfterBrackets(DocumentAnalysis analysis, int token)
        {
            if (analysis.Tokens[token].Kind != TokenKind.OpenBracket)
                return token;
            for (var i = token + 1; i < Math.Min(analysis.Tokens.Length, token + MaxBracket); i++)
            {
                if (analysis.Tokens[i].Kind == TokenKind.CloseBracket)
                    return i + 1;
            }

            return token;
        }

        private string NameAt(int surname) =>
            $"{SentenceCursor.At(_analysis, surname).TextOf(surname - 1)} {_analysis.TextOf(surname)}";

        private int FirstFrom(int token)
        {
            var i = _all.BinarySearch((token, 0, 0));
            return i < 0 ? ~i : i;
        }

        private static Dictionary<string, DateOnly> FindDeaths(DocumentAnalysis analysis)
        {
            var deaths = new Dictionary<string, DateOnly>();
            foreach (var time in analysis.TimeExpressions)
            {
                if (time.DateOnly is not { } day)
                    continue;
                var sentence = analysis.Sentences[time.Sentence];
                for (var i = time.Tokens.First - 1; i >= Math.Max(sentence.FirstToken, time.Tokens.First - 5); i--)
                {
                    if (analysis.TextOf(i) is "died" && WhoDied(analysis, sentence, i) is { } surname)
                        deaths.TryAdd(analysis.TextOf(surname).ToString(), day);
                }
            }

            return deaths;
        }

        // The name before "died"; for "he" or "she" the last whole name before.
        private static int? WhoDied(DocumentAnalysis analysis, Sentence sentence, int died)
        {
            if (SurnameBefore(analysis, sentence, died) is { } named)
                return named;
            var before = died - 1;
            if (before > sentence.FirstToken && IsNameWord(analysis, before))
                return before;
            if (before < sentence.FirstToken || !analysis.Is(before, WordClasses.SubjectPronoun))
                return null;
            for (var i = before - 1; i > Math.Max(0, before - PronounReach); i--)
            {
                if (IsNameWord(analysis, i) && IsNameWord(analysis, i - 1))
                    return i;
            }

            return null;
        }
    }
}
