using Copylint.Catalog;
using Copylint.Configuration;
using Copylint.Diagnostics;
using Copylint.Linting;
using Copylint.Matchers;
using Copylint.Testing;
using Copylint.Tests.Support;
using CsCheck;

namespace Copylint.Tests.Matchers;

/// <summary>What the matchers of declarative cards do.</summary>
public sealed class MatcherTests
{
    [Theory]
    [InlineData("words: [{nouns: [goose step]}]", "", "Two ⟦goose steps⟧ and a ⟦goose-step⟧, not a mongoose step.")]
    [InlineData("words: [{verbs: [slam]}]", "", "He ⟦slams⟧, ⟦slammed⟧ and is ⟦slamming⟧ it.")]
    [InlineData("words: [{phrases: [Apple], case: exact}]", "", "An apple. ⟦Apple⟧ rose.")]
    [InlineData("words: [dire, {allow: [dire straits]}]", "", "A ⟦dire⟧ day in dire straits.")]
    [InlineData(
        "words: [dire]",
        "unless: {before: [less, not], after: [wolf]}",
        "A ⟦dire⟧ day, a less dire one, a dire wolf."
    )]
    [InlineData("words: [dire]", "only: {before: [so]}", "A dire day, so ⟦dire⟧ a day.")]
    [InlineData("words: [dire]", "", "“A dire day,” he said of a ⟦dire⟧ day. A Dire day is a name.")]
    [InlineData("words: [dire]", "where: {quotation: inside}", "“A ⟦dire⟧ day,” he said of a dire day.")]
    [InlineData("words: [dire]", "where: {quotation: any}", "“A ⟦dire⟧ day,” he said of a ⟦dire⟧ day.")]
    [InlineData(
        "words: [dire]",
        "where: {in: headline}",
        "A ⟦dire⟧ day in town\n\nIt was a dire day, they all agreed on it in the evening."
    )]
    [InlineData("words: [dire]", "where: {in: list}", "It was dire.\n\n- a ⟦dire⟧ day\n- a ⟦dire⟧ night")]
    [InlineData(
        "words: [{adjectives: [dire], unless: {before: [less], after: [wolf]}}, {adjectives: [grim]}]",
        "",
        "A ⟦dire⟧ day, a less dire one, a dire wolf, a ⟦grim⟧ wolf."
    )]
    [InlineData(
        "words: [{adjectives: [dire], only: {after: [day, night]}}]",
        "",
        "A ⟦dire⟧ day, a ⟦dire⟧-night, a dire wolf."
    )]
    [InlineData(
        "words: [{nouns: [tyrant], only: {name-after: true}}]",
        "",
        "The ⟦tyrant⟧ Smith fell; the tyrant fled."
    )]
    [InlineData(
        "words: [{verbs: [blast], part-of-speech: exact}]",
        "",
        "The mayor ⟦blasted⟧ the plan. The blast was heard in town."
    )]
    [InlineData("words: [{swaps: {passed away: died, let go of staff: laid off}}]", "", "She ⟦passed away⟧ on Monday.")]
    [InlineData("words: [dire]", "where: {attribution: any}", "The mayor said it was a ⟦dire⟧ day.")]
    [InlineData("words: [dire]", "where: {opinion: outside}", "It was a ⟦dire⟧ day.")]
    [InlineData(
        "words: [dire]",
        "where: {opinion: outside}",
        "Section: Opinion\n\nA look at the year\n\nIt was a dire day for everybody in the town."
    )]
    [InlineData("words: [{adjectives: [dire], strength: mild}]\n  severity: {mild: off}", "", "A dire day.")]
    [InlineData("words: [Dire]\n  names: true", "", "The ⟦Dire⟧ day of a ⟦dire⟧ king.")]
    [InlineData("pattern: '\\b(so|very) good\\b'", "", "It is ⟦so good⟧, not good. ⟦Very good⟧.")]
    [InlineData("pattern: '\\bday (?<found>\\d+)\\b'", "", "On day ⟦12⟧ and day ⟦13⟧.")]
    [InlineData("pattern: '\\bday \\d+'\n  over: block", "", "On ⟦day 12⟧.")]
    [InlineData("pattern: '\\bnight\\.\\n\\nDay'\n  over: document", "", "Late at ⟦night.\n\nDay⟧ came.")]
    [InlineData(
        "block: '^more (news|stories)$'",
        "",
        "It rained all day long.\n\n⟦More news⟧\n\nMore stories than ever are read online."
    )]
    [InlineData("block: {lines: [stay tuned]}", "", "It rained.\n\n⟦» Stay tuned!⟧\n\nStay tuned for the rest.")]
    [InlineData("block: {pattern: '^[\\d /]+$', words: 1..3}", "", "It rained.\n\n⟦1 / 9⟧\n\nAll of it.")]
    [InlineData("block: {pattern: '^ends$', position: last}", "", "Ends\n\nIt rained all day in the town.\n\n⟦Ends⟧")]
    [InlineData(
        "block: {pattern: '^starts$', position: first}",
        "",
        "⟦Starts⟧\n\nIt rained all day in the town.\n\nStarts"
    )]
    public void A_matcher_reports_what_it_should(string match, string more, string marked)
    {
        var card = $"""
            id: XX0001
            name: a-rule
            severity: warning
            summary: Finds it.
            message: "'" 
            why: Because.
            source: us
            match:
              {match.Replace("\n", "\n  ").Replace("\n    ", "\n  ")}
            {more}
            examples:
              - good: "Nothing."
            """.Replace("message: \"'\" ", "message: \"It.\"");
        var catalog = new RuleCatalogBuilder().Add([("pack/test/a-rule.yml", card)], "test").Build();
        RuleTest.Check(catalog, "XX0001", marked);
    }

    [Theory]
    [InlineData("It was a despicable plan.", Severity.Warning)]
    [InlineData("The mayor said it was a despicable plan.", Severity.Suggestion)]
    [InlineData("It was a despicable plan, the mayor said.", Severity.Suggestion)]
    [InlineData("It was a despicable plan; the mayor said so.", Severity.Warning)]
    public void What_a_source_says_is_lowered_to_a_suggestion(string text, Severity expected)
    {
        var found = new Linter(TestRules.Catalog, new LintSettings())
            .Lint(TestRules.Analyse(text))
            .Single(d => d.Rule.Id == "CL3001");
        Assert.Equal(expected, found.Severity);
    }

    [Theory]
    [InlineData("The week ended with his tirade against the press.", Severity.Warning)]
    [InlineData("The senator’s shameful tirade took an hour.", Severity.Warning)]
    [InlineData("The hypocrisy of the senators was plain.", Severity.Warning)]
    [InlineData("By the end she was a notorious killjoy.", Severity.Warning)]
    [InlineData("The crowd saw that he's a naysayer.", Severity.Warning)]
    [InlineData("That week propagandist John Smith spoke on the radio.", Severity.Warning)]
    [InlineData("The show was a tirade against the press.", Severity.Suggestion)]
    [InlineData("It turned into a tirade, and the hypocrisy of the plan was plain.", Severity.Suggestion)]
    [InlineData("They opposed the tirade that followed.", Severity.Suggestion)]
    [InlineData("The two towns have been squabbling over the bridge.", Severity.Suggestion)]
    [InlineData("It was said that he is a dictator in his house.", Severity.Suggestion)]
    public void A_noun_that_is_said_of_a_person_weighs_a_step_more(string text, Severity expected)
    {
        var found = new Linter(TestRules.Catalog, new LintSettings())
            .Lint(TestRules.Analyse(text))
            .Where(d => d.Rule.Id == "CL3003")
            .ToList();
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal(expected, d.Severity));
    }

    [Theory]
    [InlineData("It was a humiliating defeat for the town.", "humiliating")]
    [InlineData("It was a fake news story.", "fake news")]
    [InlineData("It was a desperately sad story.", "desperately")]
    public void A_word_in_two_lists_is_one_finding(string text, string expected)
    {
        var analysis = TestRules.Analyse(text);
        var found = new Linter(TestRules.Catalog, new LintSettings())
            .Lint(analysis)
            .Where(d => d.Rule.Family == "language");
        Assert.Equal(expected, string.Join('|', found.Select(d => d.Span.In(text).ToString())));
    }

    [Fact]
    public void Swaps_carry_their_own_plain_wording()
    {
        var found = new Linter(TestRules.Catalog, new LintSettings()).Lint(
            TestRules.Analyse("Her uncle passed on peacefully in May, the family was told by the home.")
        );
        Assert.Contains("died", found.Single(d => d.Rule.Id == "CL3009").Message);
    }

    [Theory]
    [InlineData("^(read|see) also", "read also|see also")]
    [InlineData("^\\W*(please )?(click|tap) here", "click here|please click|please tap h|tap here")]
    [InlineData("^a[nm]? x", "a")]
    [InlineData("^(an?|the) x", "a x|an x|the x")]
    [InlineData("^(©|c)\\s*\\d{4}", "0|1|2|3|4|5|6|7|8|9|c")]
    [InlineData("^see\\s+also", "see")]
    [InlineData("^(see ?)?x", "see x|seex|x")]
    [InlineData("^photo|^(the )?image", "image|photo|the image")]
    [InlineData("^(?!x)a+b", "a")]
    [InlineData("^(ab)+", "ab")]
    [InlineData("^don.t", "don")]
    [InlineData("^photo|image", null)]
    [InlineData("photo", null)]
    [InlineData("^\\W*$", null)]
    [InlineData("^(photo)?", null)]
    [InlineData("^[ab]c", null)]
    [InlineData("^.{2}a", null)]
    public void What_a_match_can_begin_with_is_found(string pattern, string? expected) =>
        Assert.Equal(expected, PatternLiterals.Beginnings(pattern) is { } found ? string.Join('|', found) : null);

    [Fact]
    public void No_match_is_missed_for_its_beginning() =>
        Gen.Int[0, 14]
            .Array[0, 6]
            .Sample(
                places =>
                {
                    const string letters = "aAbK\u212Ak_ 1.©é\u0301ſs";
                    var text = string.Concat(places.Select(p => letters[p]));
                    foreach (
                        var pattern in (string[])
                            [
                                "^\\W*(a|k)b?",
                                "^(s|1)",
                                "^\\s*\\d?k",
                                "^b|^\\W*k",
                                "^(ab?|b+a)k",
                                "^\\W*k[a1].?|^sa\\b",
                                "^(a |k)b",
                                "^\\W*(a k|k  b|s s)a?",
                            ]
                    )
                    {
                        var expected = System.Text.RegularExpressions.Regex.Match(
                            text,
                            pattern,
                            System.Text.RegularExpressions.RegexOptions.IgnoreCase
                                | System.Text.RegularExpressions.RegexOptions.CultureInvariant
                        );
                        using var analysis = TestRules.Analyse(text);
                        var actual = new LazyPattern(pattern, false, PatternLiterals.Beginnings(pattern)).Match(
                            analysis,
                            new Copylint.Text.TextSpan(0, text.Length)
                        );
                        Assert.Equal(
                            (expected.Success, expected.Index, expected.Length),
                            (actual.Success, actual.Index, actual.Length)
                        );
                    }
                },
                iter: 3000
            );

    [Theory]
    [InlineData("^(read|see) (also|more)\\s*[:–-]", "read also|read more|see also|see more")]
    [InlineData("^related (articles?|stories)$", "related|related article|related articles|related stories")]
    [InlineData("\\bfollow \\w+ on twitter\\b", "on twitter")]
    [InlineData("photos?:", "")]
    [InlineData("\\bphotos?:", "photo|photos")]
    [InlineData("[a-z]+", "")]
    [InlineData("(a|b+)", "")]
    [InlineData("^\\W*advertisement\\W*$", "advertisement")]
    public void The_words_that_a_pattern_needs_are_found(string pattern, string expected)
    {
        var found = PatternLiterals.Find(pattern);
        var words = (found ?? []).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Where(w => w != "related").ToList(),
            words
        );
    }
}
