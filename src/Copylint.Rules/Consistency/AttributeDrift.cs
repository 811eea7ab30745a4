using System.Globalization;
using Copylint.Analysis;
using Copylint.Analysis.Names;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Text;

namespace Copylint.Rules.Consistency;

/// <summary>CL6003. One person with two ages, or with two titles that nobody has at once.</summary>
internal sealed class AttributeDrift : Analyzer
{
    private const string Titles = "exclusive-titles";
    private const string Honorific = "honorific";

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var titles = context.Lexicon(Titles);
        var checksTitles = context.Flag("titles");
        var checksHonorifics = context.Flag("honorifics");
        context.OnDocument(c =>
        {
            CheckAges(c);
            if (checksTitles || checksHonorifics)
                CheckTitles(c, titles, checksTitles, checksHonorifics);
        });
    }

    private static void CheckAges(ReportContext context)
    {
        var names = context.Analysis.Names;
        var ages = names.Ages;
        if (ages.Count < 2)
            return;
        var told = new HashSet<int>();
        for (var i = 1; i < ages.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (
                    ages[i].Years == ages[j].Years
                    || !names.CanBeSamePerson(ages[i].Mention, ages[j].Mention)
                    || !IsPerson(names, ages[j].Mention.Form)
                    || IsSpoken(context, ages[i].Token)
                    || IsSpoken(context, ages[j].Token)
                    || !told.Add(ages[i].Mention.Form)
                )
                    continue;
                Report(
                    context,
                    SpanOf(context, ages[i].Token),
                    SpanOf(context, ages[j].Token),
                    names.TextOf(ages[i].Mention),
                    (
                        ages[i].Years.ToString(CultureInfo.InvariantCulture),
                        ages[j].Years.ToString(CultureInfo.InvariantCulture)
                    ),
                    null
                );
            }
        }
    }

    private static bool IsPerson(NameTable names, int form) =>
        names
            .Forms[form]
            .Mentions.Any(m =>
                names.Mentions[m] is { Before: >= 0, After: < 0 } || names.Mentions[m].Is(NameTraits.Titled)
            );

    private static void CheckTitles(ReportContext context, int lexicon, bool titles, bool honorifics)
    {
        var names = context.Analysis.Names;
        var first = new Dictionary<(int Form, string Kind), (NameMention Mention, string Office, TextSpan Span)>();
        foreach (var mention in names.Mentions)
        {
            if (mention.After >= 0 || TitleOf(context, names.Runs[mention.Run], lexicon) is not { } title)
                continue;
            if (IsSpoken(context, title.Token) || !(title.Kind == Honorific ? honorifics : titles))
                continue;
            var span = SpanOf(context, title.Token);
            if (first.TryAdd((mention.Form, title.Kind), (mention, title.Office, span)))
                continue;
            var known = first[(mention.Form, title.Kind)];
            if (known.Office == title.Office || !names.CanBeSamePerson(mention, known.Mention))
                continue;
            Report(
                context,
                span,
                known.Span,
                names.TextOf(mention),
                (span.In(context.Text).ToString(), known.Span.In(context.Text).ToString()),
                Severity.Suggestion
            );
        }
    }

    // The last of its titles that excludes others; none beside "former".
    private static (int Token, string Kind, string Office)? TitleOf(ReportContext context, NameRun run, int lexicon)
    {
        if (run.Title.Count == 0)
            return null;
        var analysis = context.Analysis;
        var (from, to) = analysis.MatchesIn(new TokenRange(run.Title.First - 1, run.Title.End));
        (int Token, string Kind, string Office)? found = null;
        for (var i = from; i < to; i++)
        {
            var match = analysis.Matches[i];
            if (match.Lexicon != lexicon)
                continue;
            if (match.Entry.Tag!.Split(' ') is not [var kind, var office])
                return null;
            if (match.FirstToken >= run.Title.First)
                found = (match.FirstToken, kind, office);
        }

        return found;
    }

    private static void Report(
        ReportContext context,
        TextSpan span,
        TextSpan other,
        string name,
        (string Here, string There) values,
        Severity? severity
    )
    {
        var line = context.LineOf(other);
        context.Report(
            span,
            new Finding
            {
                Severity = severity,
                Arguments = [("name", name), ("here", values.Here), ("there", values.There), ("line", line)],
                Related = [new RelatedPlace(other, $"{name} is {values.There} here.")],
            }
        );
    }

    private static TextSpan SpanOf(ReportContext context, int token) =>
        context.Analysis.SpanOf(new TokenRange(token, token + 1));

    private static bool IsSpoken(ReportContext context, int token) =>
        context.Analysis.Quotations.At(context.Analysis.Tokens[token].Start) is { WordCount: >= 4 }
        || context.Document.Blocks[context.Analysis.BlockAt(token)].Kind == BlockKind.BlockQuote;
}
