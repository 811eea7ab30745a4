using System.Diagnostics.CodeAnalysis;
using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Language;
using Copylint.Storage;

namespace Copylint.Matchers;

/// <summary>Reports entries of a lexicon: the <c>words</c> matcher.</summary>
internal sealed class WordsMatcher : Matcher
{
    public required string Lexicon { get; init; }

    /// <summary>Severity by strength; where a strength is missing the rule's own holds.</summary>
    public required IReadOnlyDictionary<Strength, Severity> Severities { get; init; }

    /// <summary>Whether a capitalised word in the middle of a sentence counts; it is the name of something
    /// otherwise.</summary>
    public required bool IncludeNames { get; init; }

    /// <summary>The words beside a match that make it plain reporting, or that it needs; null for none.</summary>
    public required Neighbours? Neighbours { get; init; }

    /// <summary>Whether a word that is said of a person or group weighs like one a step stronger.</summary>
    public required bool RaisesForPerson { get; init; }

    public WordsMatcher() { }

    [SetsRequiredMembers]
    public WordsMatcher(ref BinaryDataReader reader)
    {
        (Where, Fix) = (null!, null);
        Lexicon = reader.Text();
        var severities = reader.Array<int>();
        var known = new Dictionary<Strength, Severity>();
        for (var strength = 0; strength < severities.Length; strength++)
        {
            if (severities[strength] >= 0)
                known.Add((Strength)strength, (Severity)severities[strength]);
        }

        Severities = known;
        IncludeNames = reader.Number() != 0;
        Neighbours = Neighbours.Parse(reader.OptionalText());
        RaisesForPerson = reader.Number() != 0;
    }

    protected override void WriteOwn(BinaryDataWriter writer)
    {
        writer.Text(Lexicon);
        writer.Array([
            .. Enum.GetValues<Strength>().Select(s => Severities.TryGetValue(s, out var severity) ? (int)severity : -1),
        ]);
        writer.Number(IncludeNames ? 1 : 0);
        writer.Text(Neighbours?.ToString());
        writer.Number(RaisesForPerson ? 1 : 0);
    }

    /// <summary>The name of the option by which a desk sets the severity of a strength.</summary>
    public static string OptionOf(Strength strength) =>
        strength switch
        {
            Strength.Strong => "strong",
            Strength.Moderate => "moderate",
            _ => "mild",
        };

    public override void Register(AnalysisContext context)
    {
        var severities = new Severity?[(int)Strength.Strong + 1];
        foreach (var (strength, own) in Severities)
            severities[(int)strength] = context.SeverityOption(OptionOf(strength), own);
        context.OnWords(Lexicon, words => Check(words, severities));
    }

    private void Check(WordsContext context, Severity?[] severities)
    {
        var match = context.Match;
        var span = context.Span;
        var block = context.Block;
        var strength = match.Entry.Strength;
        if (RaisesForPerson && strength < Strength.Strong && PersonTarget.Is(context.Analysis, match))
            strength++;
        var severity = severities[(int)strength];
        if (severity == Severity.Off || !Where.Admits(context.Analysis, block, span))
            return;
        var analysis = context.Analysis;
        var sentence = analysis.Sentences[analysis.SentenceAt(match.FirstToken)];
        if (
            !IncludeNames
            && IsInName(
                analysis,
                sentence,
                match,
                block.Kind is Documents.BlockKind.Headline or Documents.BlockKind.Heading
            )
        )
            return;
        if (Neighbours is not null && !Neighbours.Admit(analysis, match))
            return;
        context.Report(
            span,
            new Finding
            {
                Severity = Where.SeverityOf(analysis, span, severity, context.Severity),
                Arguments =
                [
                    ("word", span.In(context.Text).ToString()),
                    ("headword", match.Entry.Headword),
                    ("plain", match.Entry.Plain),
                    ("reason", match.Entry.Reason),
                ],
                Fixes = FixesFor(context, block, span, match.Entry.Plain),
            }
        );
    }

    // A capital in the middle of a sentence makes a name, unless all words around have one, as in a headline in title
    // case.
    private static bool IsInName(DocumentAnalysis analysis, Sentence sentence, in LexiconMatch match, bool isHeadline)
    {
        if (isHeadline || match.FirstToken == sentence.FirstToken || !analysis.Tokens[match.FirstToken].IsCapitalised)
            return false;
        var previous = analysis.Tokens[match.FirstToken - 1];
        return previous.Kind
            is not (TokenKind.OpenQuote or TokenKind.StraightQuote or TokenKind.OpenSingleQuote or TokenKind.Colon);
    }
}
