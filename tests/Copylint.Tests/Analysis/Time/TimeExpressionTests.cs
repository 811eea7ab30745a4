using Copylint.Analysis;
using Copylint.Analysis.Time;
using Copylint.Calendar;
using Copylint.Cards;
using Copylint.Documents;
using Copylint.Documents.Formats;
using Copylint.Tests.Support;
using Copylint.Text;

namespace Copylint.Tests.Analysis.Time;

public sealed class TimeExpressionTests
{
    /// <summary>
    /// The grammar, from a table: a text with the expression marked, the day of writing (or -), and the days that it
    /// means, reckoned by another program; "none" for a text
    /// without any.
    /// </summary>
    [Fact]
    public void The_grammar_reads_what_the_table_says()
    {
        var wrong = new List<string>();
        string[] rows =
        [
            .. File.ReadAllLines(TestRules.TestFile("Analysis/Time/times.txt")),
            .. File.ReadAllLines(TestRules.TestFile("Analysis/Time/resolutions.txt")),
        ];
        foreach (var row in rows)
        {
            var parts = row.Split(" | ");
            Assert.Null(MarkedText.TryParse(parts[0], out var marked));
            var document = new Document(
                "t.txt",
                DocumentFormats.PlainText,
                SourceText.FromText(marked.Text),
                [new Block(0, BlockKind.Paragraph, new TextSpan(0, marked.Text.Length))],
                Metadata.Empty
            );
            using var analysis = new DocumentAnalysis(document, TestRules.Catalog.Resources);
            if (parts[2] == "none")
            {
                if (analysis.TimeExpressions.Count > 0)
                    wrong.Add(
                        $"{row} -> {analysis.TimeExpressions[0].Kind} {analysis.TimeExpressions[0].Span.In(marked.Text)}"
                    );
                continue;
            }

            var expression = analysis.TimeExpressions.FirstOrDefault(e => e.Span == marked.Spans[0]);
            if (expression is null)
            {
                wrong.Add(
                    $"{row} -> {string.Join(", ", analysis.TimeExpressions.Select(e => e.Span.In(marked.Text).ToString()))}"
                );
                continue;
            }

            var days = parts[2].Split(' ');
            var expected = new DateInterval(DateOnly.Parse(days[0]), DateOnly.Parse(days[^1]));
            var found =
                parts[1] == "-"
                    ? expression.Window
                    : expression.Resolve(DateOnly.Parse(parts[1]), TimeRoles.TenseAround(analysis, expression.Tokens));
            if (found != expected)
                wrong.Add($"{row} -> {found?.First:yyyy-MM-dd} {found?.Last:yyyy-MM-dd}");
        }

        Assert.True(rows.Length > 300);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows.Length} rows:\n{string.Join('\n', wrong.Take(40))}");
    }

    [Theory]
    [InlineData("on 30 April he", "30 April", "")]
    [InlineData(
        "more than a month into Russia’s invasion",
        "more than a month into Russia’s invasion",
        "24 March 2022 to 20 April 2022"
    )]
    [InlineData(
        "two years after the Grenfell Tower fire",
        "two years after the Grenfell Tower fire",
        "14 June 2019 to 14 June 2020"
    )]
    [InlineData(
        "the twenty-fifth day of the war in Ukraine",
        "twenty-fifth day of the war in Ukraine",
        "20 March 2022 to 21 March 2022"
    )]
    [InlineData("critics of the invasion of Ukraine", "", "")]
    public void An_expression_is_read_with_its_window(string text, string span, string window)
    {
        using var analysis = TestRules.Analyse(text);
        var expression = analysis.TimeExpressions.FirstOrDefault();
        Assert.Equal(
            (span, window),
            (expression?.Span.In(text).ToString() ?? "", expression?.Window?.ToString() ?? "")
        );
    }

    [Theory]
    [InlineData("en-US", "2022-03-04")]
    [InlineData("en-GB", "2022-04-03")]
    public void Numbers_alone_are_read_by_the_language_of_the_page(string language, string expected)
    {
        using var analysis = TestRules.Analyse(
            $"<html lang=\"{language}\"><body><p>He left on 03/04/2022 for good.</p></body></html>",
            "a.html"
        );
        var expression = Assert.Single(analysis.TimeExpressions);
        Assert.Equal(DateOnly.Parse(expected), expression.DateOnly);
        Assert.True(expression.Confidence < 1);
    }

    [Theory]
    [InlineData("Date: 1 March 2022\n\nHe left on 5/6/22 for good, she said.", 2022)]
    [InlineData("Date: 1 March 1987\n\nHe left on 5/6/85 for good, she said.", 1985)]
    public void Two_digits_mean_the_year_nearest_to_publication(string text, int year)
    {
        using var analysis = TestRules.Analyse(text);
        Assert.Equal(year, analysis.TimeExpressions[^1].Year);
    }

    /// <summary>
    /// Tense and bearing of the clause, from a table: the time marked, the tense of its verb, and "direct" where the
    /// time is the verb's own, "past" where a plan is told from
    /// a past, "-" for neither.
    /// </summary>
    [Fact]
    public void The_clause_tells_what_a_time_is_to_its_verb()
    {
        var wrong = new List<string>();
        var rows = File.ReadAllLines(TestRules.TestFile("Analysis/Time/roles.txt"));
        foreach (var row in rows)
        {
            var parts = row.Split(" | ");
            Assert.Null(MarkedText.TryParse(parts[0], out var marked));
            using var analysis = TestRules.Analyse(marked.Text);
            var time = analysis.TimeExpressions.Single(e => e.Span == marked.Spans[0]);
            var verb = ClauseTense.Of(analysis, time.Tokens);
            var bearing =
                verb.IsFromPast ? "past"
                : verb.IsDirect ? "direct"
                : "-";
            if ($"{verb.Tense} | {bearing}" != $"{parts[1]} | {parts[2]}")
                wrong.Add($"{row} -> {verb.Tense} | {bearing}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows.Length} rows:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("He resigned on ⟦Friday⟧.", Tense.Past)]
    [InlineData("He will resign on ⟦Friday⟧.", Tense.Future)]
    [InlineData("He had resigned on ⟦Friday⟧.", Tense.PastPerfect)]
    [InlineData("He is due to resign on ⟦Friday⟧.", Tense.Future)]
    [InlineData("He was scheduled to speak on ⟦Friday⟧.", Tense.Future)]
    [InlineData("He has been in office since ⟦May⟧.", Tense.Present)]
    [InlineData("On ⟦Friday⟧, the council voted.", Tense.Past)]
    [InlineData("The talks are to begin on ⟦Friday⟧.", Tense.Future)]
    public void The_tense_is_that_of_the_nearest_verb(string marked, Tense expected)
    {
        Assert.Null(MarkedText.TryParse(marked, out var text));
        using var analysis = TestRules.Analyse(text.Text);
        var expression = analysis.TimeExpressions.Single(e => e.Span == text.Spans[0]);
        Assert.Equal(expected, TimeRoles.TenseAround(analysis, expression.Tokens));
    }
}
