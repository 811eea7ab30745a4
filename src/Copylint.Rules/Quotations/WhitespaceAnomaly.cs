using Copylint.Diagnostics;
using Copylint.Documents;
using Copylint.Language;
using Copylint.Text;

namespace Copylint.Rules.Quotations;

/// <summary>CL5010. A blank before a comma or full stop, two blanks inside a sentence, an invisible mark. The first of each kind in a paragraph.</summary>
internal sealed class WhitespaceAnomaly : Analyzer
{
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.OnBlock(BlockKinds.Body, Check);

    private static void Check(BlockContext context)
    {
        var tokens = context.Analysis.Tokens;
        var range = context.Tokens;
        bool stray = false, doubled = false;
        for (var i = range.First + 1; i < range.End; i++)
        {
            ref readonly var token = ref tokens[i];
            var length = token.Start - tokens[i - 1].End;
            if (length == 0 || (length == 1 && token.Kind is not (TokenKind.Comma or TokenKind.Semicolon)))
                continue;
            var gap = TextSpan.FromBounds(tokens[i - 1].End, token.Start);
            if (!stray && token.Kind is TokenKind.Comma or TokenKind.Semicolon && gap.Length == 1 && context.Text[gap.Start] == ' ' && tokens[i - 1].Kind == TokenKind.Word)
            {
                stray = true;
                Report(context, gap, $"blank before '{context.Text[token.Start]}'", "");
            }
            else if (!doubled && gap.Length > 1 && context.Text.AsSpan(gap.Start, gap.Length).IndexOfAnyExcept(' ') < 0 && tokens[i - 1].Kind is TokenKind.Word or TokenKind.Comma && token.Kind == TokenKind.Word)
            {
                doubled = true;
                Report(context, gap, $"{gap.Length} blanks in a row", " ");
            }
        }
    }

    private static void Report(BlockContext context, TextSpan span, string kind, string right)
    {
        var source = context.Document.ToSource(span);
        if (source.Length != span.Length)
            return;
        context.Report(span, new Finding
        {
            Arguments = [("kind", kind)],
            Fixes = [new Fix(right.Length == 0 ? "Delete the blank" : "Leave one blank", true, [new TextEdit(source, right)])],
        });
    }
}
