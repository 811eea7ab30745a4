using Copylint.Analysis;
using Copylint.Analysis.Speech;
using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Ethics;

/// <summary>CL9008. The number of a payment card, a bank account, a British or American insurance number, each with the
/// checks that such numbers carry, and the street address of somebody's home.</summary>
internal sealed class PrivateData : Analyzer
{
    private const string Homes = "home-phrases";
    private const string Streets = "street-words";

    // "12 Upper Elm Tree Street".
    private const int LongestStreet = 4;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        var streets = context.Lexicon(Streets);
        context.OnDocument(CheckNumbers);
        context.OnWords(Homes, c => CheckAddress(c, streets));
    }

    // Each number begins at a token, and what it takes is passed over.
    private static void CheckNumbers(ReportContext context)
    {
        var analysis = context.Analysis;
        var end = 0;
        foreach (ref readonly var token in analysis.Tokens)
        {
            if (token.Start < end || !CanBegin(token))
                continue;
            var rest = context.Text.AsSpan(token.Start);
            if (IdentityNumbers.Find(rest) is not { } found || IsGlued(context.Text, token.Start, found.Length))
                continue;
            end = token.Start + found.Length;
            var span = new TextSpan(token.Start, found.Length);
            if (context.Document.BlockAt(span.Start) is { } block && BlockKinds.Any.Has(block.Kind))
                Report(context, span, found.Kind);
        }
    }

    // A number, or the capitals that an account and an insurance number begin with.
    private static bool CanBegin(in Token token) =>
        token.Kind == TokenKind.Number || token is { Kind: TokenKind.Word, IsCapitalised: true, Length: > 1 };

    // A part of a longer number, a price or an address of the web.
    private static bool IsGlued(string text, int start, int length) =>
        (start > 0 && IsGlue(text[start - 1]))
        || (start + length < text.Length && IsGlue(text[start + length]) && text[start + length] != '.');

    private static bool IsGlue(char c) =>
        char.IsLetterOrDigit(c) || c is '/' or '=' or '_' or '#' or '-' or '.' or '$' or '£' or '€';

    // "lives at 12 Elm Street".
    private static void CheckAddress(WordsContext context, int streets)
    {
        var analysis = context.Analysis;
        if (analysis.Quotations.At(context.Span.Start) is not null)
            return;
        var number = context.Match.EndToken;
        var cursor = new SentenceCursor(analysis, analysis.Sentences[analysis.SentenceAt(number - 1)]);
        if (cursor.KindOf(number) != TokenKind.Number)
            return;
        for (var i = number + 1; i <= number + LongestStreet && cursor.IsCapitalised(i); i++)
        {
            if (i == number + 1 || !SpeechEvidence.HoldsWordOf(analysis, new TokenRange(i, i + 1), streets))
                continue;
            Report(context, analysis.SpanOf(new TokenRange(number, i + 1)), "A home address");
            return;
        }
    }

    private static void Report(ReportContext context, TextSpan span, string kind) =>
        context.Report(span, ("kind", kind));
}
