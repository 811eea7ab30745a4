using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Chronology;

/// <summary>CL1010. The age that copy gives a person, against the day of birth that it gives the same person.</summary>
internal sealed class AgeBirthdateMismatch : Analyzer
{
    private const int MaxAge = 120;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
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
                (ages.DayOfDeath ?? context.Document.Metadata.BestPublished?.Date) is not { } now
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

    // The end of a name of two words or more right before "born": "Mary Doe, 81, born", "Roe, who was born". Somebody else's child is born farther off.
    private static int? SurnameBefore(DocumentAnalysis analysis, Sentence sentence, int born)
    {
        for (var i = born - 1; i > sentence.FirstToken; i--)
        {
            if (IsNameWord(analysis, i))
                return IsNameWord(analysis, i - 1) ? i : null;
            if (
                !(
                    analysis.Tokens[i].Kind is TokenKind.Comma or TokenKind.Number
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

    /// <summary>The ages that the copy gives, found in one pass: ", 81," right after a surname, "Doe, aged 81".</summary>
    private sealed class Ages
    {
        private readonly DocumentAnalysis _analysis;
        private readonly List<(int Surname, int Age, int Token)> _all = [];
        private readonly Dictionary<string, (int Age, int Token)> _firstOfName = [];

        public Ages(DocumentAnalysis analysis)
        {
            _analysis = analysis;
            for (var i = 1; i + 3 < analysis.Tokens.Length; i++)
            {
                if (analysis.Tokens[i + 1].Kind != TokenKind.Comma)
                    continue;
                var number = analysis.TextOf(i + 2) is "aged" or "age" ? i + 3 : i + 2;
                if (
                    analysis.Tokens[number].Kind != TokenKind.Number
                    || !int.TryParse(analysis.TextOf(number), out var age)
                    || age is < 1 or > MaxAge
                    || (number == i + 2 && analysis.Tokens[number + 1].Kind is not (TokenKind.Comma or TokenKind.Stop))
                )
                    continue;
                _all.Add((i, age, number));
                _firstOfName.TryAdd(NameAt(i), (age, number));
            }

            DayOfDeath = FindDayOfDeath(analysis);
        }

        /// <summary>The first day with its year that somebody died on, or null.</summary>
        public DateOnly? DayOfDeath { get; }

        /// <summary>The age of whoever the surname in a sentence stands for: in the sentence, or else where the first name is the same, since others can have the surname.</summary>
        public (int Age, int Token)? Find(Sentence sentence, int surname)
        {
            for (var i = FirstFrom(sentence.FirstToken); i < _all.Count && _all[i].Surname < sentence.EndToken; i++)
            {
                if (_analysis.TextOf(_all[i].Surname).SequenceEqual(_analysis.TextOf(surname)))
                    return (_all[i].Age, _all[i].Token);
            }

            return _firstOfName.TryGetValue(NameAt(surname), out var found) ? found : null;
        }

        private string NameAt(int surname) => $"{_analysis.TextOf(surname - 1)} {_analysis.TextOf(surname)}";

        private int FirstFrom(int token)
        {
            var i = _all.BinarySearch((token, 0, 0));
            return i < 0 ? ~i : i;
        }

        private static DateOnly? FindDayOfDeath(DocumentAnalysis analysis)
        {
            foreach (var time in analysis.TimeExpressions)
            {
                if (time.DateOnly is not { } day)
                    continue;
                for (
                    var i = time.Tokens.First - 1;
                    i >= Math.Max(analysis.Sentences[time.Sentence].FirstToken, time.Tokens.First - 5);
                    i--
                )
                {
                    if (analysis.TextOf(i) is "died")
                        return day;
                }
            }

            return null;
        }
    }
}
