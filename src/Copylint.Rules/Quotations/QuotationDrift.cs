using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Rules.Quotations;

/// <summary>CL5012. A quotation that stands twice, the second time with a word or two changed inside.</summary>
internal sealed class QuotationDrift : Analyzer
{
    private const int MinWords = 7;
    private const int MaxWords = 120;

    // Four words in a row that two quotations share bring them together.
    private const int Run = 4;
    private const int MostChanged = 2;

    // Of the words of the shorter one so many stand in the other: below that two people say like things.
    private const double Alike = 0.8;

    // What is nine tenths alike is the same quotation twice, which another rule tells.
    private const int MaxPairs = 2_000;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnDocument(Check);

    private static void Check(ReportContext context)
    {
        var analysis = context.Analysis;
        List<Words>? seen = null;
        Dictionary<int, int>? runs = null;
        var pairs = 0;
        foreach (var quotation in analysis.Quotations.All)
        {
            if (quotation.WordCount < MinWords || quotation.WordCount > MaxWords || !IsCopy(context, quotation))
                continue;
            var words = Words.Of(analysis, quotation);
            var candidates = new HashSet<int>();
            for (var i = 0; i + Run <= words.Keys.Count; i++)
            {
                var run = words.RunAt(i, Run);
                if (runs is not null && runs.TryGetValue(run, out var other))
                    candidates.Add(other);
                else
                    (runs ??= []).Add(run, seen?.Count ?? 0);
            }

            foreach (var index in candidates)
            {
                if (index < (seen?.Count ?? 0) && ++pairs < MaxPairs && Compare(context, seen![index], words))
                    break;
            }

            (seen ??= []).Add(words);
        }
    }

    private static bool IsCopy(ReportContext context, Quotation quotation) =>
        context.Document.Blocks[quotation.FirstBlock].Kind is not BlockKind.BlockQuote
        && !context.Analysis.IsResidue(quotation.FirstBlock);

    private static bool Compare(ReportContext context, Words earlier, Words later)
    {
        var isWithin = later.Keys.Count <= earlier.Keys.Count;
        var (shorter, longer) = isWithin ? (later, earlier) : (earlier, later);
        // Who speaks is asked last: few quotations are alike, and reading all speakers is dear.
        var change = Align(shorter, longer);
        if (change is null || !CanBeOneSpeaker(context.Analysis, earlier.Quotation, later.Quotation))
            return false;
        var (here, there) = isWithin ? (change.InShorter, change.InLonger) : (change.InLonger, change.InShorter);
        var analysis = context.Analysis;
        var (span, other) = (analysis.SpanOf(here), analysis.SpanOf(there));
        var line = context.LineOf(other);
        context.Report(
            later.Quotation.Segments[0],
            new Finding
            {
                Arguments =
                [
                    ("here", here.Count > 0 ? span.In(context.Text).ToString() : null),
                    ("there", there.Count > 0 ? other.In(context.Text).ToString() : null),
                    ("line", line),
                ],
                Related = [new RelatedPlace(earlier.Quotation.Segments[0], "It stands here in other words.")],
            }
        );
        return true;
    }

    // Word by word: the shorter one against the stretch of the longer that fits it best. Null where they are the same,
    // or differ in more than two words, or at their ends only.
    private static Change? Align(Words shorter, Words longer)
    {
        var (n, m) = (shorter.Keys.Count, longer.Keys.Count);
        var cost = new int[n + 1, m + 1];
        for (var i = 1; i <= n; i++)
        {
            cost[i, 0] = i;
            for (var j = 1; j <= m; j++)
            {
                var same = shorter.Keys[i - 1] == longer.Keys[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + same);
            }
        }

        var end = 0;
        for (var j = 1; j <= m; j++)
            end = cost[n, j] < cost[n, end] ? j : end;
        var changes = cost[n, end];
        return changes is 0 or > MostChanged || n - changes < Alike * n ? null : Trace(shorter, longer, cost, end);
    }

    private static Change? Trace(Words shorter, Words longer, int[,] cost, int end)
    {
        var (i, j) = (shorter.Keys.Count, end);
        int firstHere = int.MaxValue,
            endHere = -1,
            firstThere = int.MaxValue,
            endThere = -1;
        while (i > 0)
        {
            var same = j > 0 && shorter.Keys[i - 1] == longer.Keys[j - 1];
            if (same && cost[i, j] == cost[i - 1, j - 1])
            {
                (i, j) = (i - 1, j - 1);
                continue;
            }

            var takesBoth = j > 0 && cost[i, j] == cost[i - 1, j - 1] + 1;
            if (takesBoth || cost[i, j] == cost[i - 1, j] + 1)
                (firstHere, endHere) = (Math.Min(firstHere, i - 1), Math.Max(endHere, i));
            if (takesBoth || (j > 0 && cost[i, j] == cost[i, j - 1] + 1 && cost[i, j] != cost[i - 1, j] + 1))
                (firstThere, endThere) = (Math.Min(firstThere, j - 1), Math.Max(endThere, j));
            if (takesBoth)
                (i, j) = (i - 1, j - 1);
            else if (cost[i, j] == cost[i - 1, j] + 1)
                i--;
            else
                j--;
        }

        // A quotation can begin and end where it likes: what differs there is no other word.
        if (firstHere == 0 || endHere == shorter.Keys.Count)
            return null;
        return new Change(shorter.Range(firstHere, endHere), longer.Range(firstThere, endThere));
    }

    // Of two people with a name each two quotations may be alike.
    private static bool CanBeOneSpeaker(DocumentAnalysis analysis, Quotation one, Quotation other) =>
        SpeakerOf(analysis, one) is not { } first
        || SpeakerOf(analysis, other) is not { } second
        || LastWord(first).SequenceEqual(LastWord(second));

    private static string? SpeakerOf(DocumentAnalysis analysis, Quotation quotation)
    {
        foreach (var attribution in analysis.Attributions)
        {
            foreach (var content in attribution.Content)
            {
                if (content.Overlaps(quotation.Segments[0]))
                    return
                        attribution.SourceName is { Length: > 0 } name
                        && char.IsUpper(LastWord(name)[0])
                        && name.Contains(' ')
                        ? name
                        : null;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> LastWord(string name) => name.AsSpan(name.LastIndexOf(' ') + 1);

    /// <summary>What is changed, in tokens.</summary>
    private sealed record Change(TokenRange InShorter, TokenRange InLonger);

    /// <summary>The words of a quotation.</summary>
    private sealed record Words(Quotation Quotation, List<int> Keys, List<int> Tokens)
    {
        public static Words Of(DocumentAnalysis analysis, Quotation quotation)
        {
            var words = new Words(quotation, [], []);
            foreach (var segment in quotation.Segments)
            {
                for (
                    var i = analysis.TokenFromPosition(segment.Start);
                    i < analysis.Tokens.Length && analysis.Tokens[i].Start < segment.End;
                    i++
                )
                {
                    if (analysis.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                        continue;
                    words.Keys.Add(analysis.WordKey(i));
                    words.Tokens.Add(i);
                }
            }

            return words;
        }

        public int RunAt(int first, int length)
        {
            var hash = 17;
            for (var i = first; i < first + length; i++)
                hash = unchecked(hash * 31 + Keys[i]);
            return hash;
        }

        public TokenRange Range(int first, int end) =>
            end < 0 ? new TokenRange(Tokens[0], Tokens[0]) : new TokenRange(Tokens[first], Tokens[end - 1] + 1);
    }
}
