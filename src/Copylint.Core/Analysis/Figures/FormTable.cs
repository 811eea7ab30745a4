using System.Diagnostics.CodeAnalysis;
using Copylint.Language;

namespace Copylint.Analysis.Figures;

/// <summary>What forms of one to four tokens stand for; case does not matter.</summary>
/// <typeparam name="T">What a form stands for.</typeparam>
internal sealed class FormTable<T>(int capacity)
    where T : class
{
    private const int MostTokens = 5;
    private const int LongestForm = 40;

    private readonly Dictionary<string, T> _forms = new(capacity, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the forms of a row, parted by blanks; "_" parts the tokens of one.</summary>
    public void Add(string forms, T value)
    {
        foreach (var form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            _forms.Add(form.Replace('_', ' '), value);
    }

    /// <summary>Adds all forms of a group of words, parted there as in copy.</summary>
    public void AddAll(WordGroup forms, T value)
    {
        foreach (var form in forms.Words)
            _forms.Add(form, value);
    }

    /// <summary>The longest form that ends right before a token.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="first">Index of the first token that can be part of it.</param>
    /// <param name="end">Index of the token behind it.</param>
    /// <param name="value">Receives what the form stands for.</param>
    /// <param name="firstToken">Receives the index of its first token.</param>
    public bool TryFindBefore(
        DocumentAnalysis analysis,
        int first,
        int end,
        [NotNullWhen(true)] out T? value,
        out int firstToken
    )
    {
        for (firstToken = Math.Max(first, end - MostTokens); firstToken < end; firstToken++)
        {
            if (TryFind(analysis, [], firstToken, end, out value, out var endToken) && endToken == end)
                return true;
        }

        value = null;
        return false;
    }

    /// <summary>The longest form that begins at a token, or with letters glued to a number before it.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="glued">Letters that come before the first token; mostly none.</param>
    /// <param name="token">Index of the first token.</param>
    /// <param name="end">Index just after the last token that can be part of it.</param>
    /// <param name="value">Receives what the form stands for.</param>
    /// <param name="endToken">Receives the index just after its last token.</param>
    public bool TryFind(
        DocumentAnalysis analysis,
        ReadOnlySpan<char> glued,
        int token,
        int end,
        [NotNullWhen(true)] out T? value,
        out int endToken
    )
    {
        Span<char> form = stackalloc char[LongestForm];
        var length = 0;
        var lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        (value, endToken) = (null, token);
        if (glued.Length > 0)
        {
            if (glued.Length >= LongestForm)
                return false;
            glued.CopyTo(form);
            length = glued.Length;
            if (lookup.TryGetValue(form[..length], out var alone))
                value = alone;
        }

        for (var (i, taken) = (token, 0); i < end && taken < MostTokens; i++)
        {
            var text = analysis.TextOf(i);
            if (analysis.Tokens[i].Kind == TokenKind.Hyphen)
                continue;
            if (length + 1 + text.Length > LongestForm)
                break;
            if (length > 0 && !IsGluedSign(text, analysis.Tokens[i]))
                form[length++] = ' ';
            text.CopyTo(form[length..]);
            length += text.Length;
            taken++;
            if (lookup.TryGetValue(form[..length], out var found))
                (value, endToken) = (found, i + 1);
        }

        return value is not null;
    }

    // "km/h" and "°C" are three and two tokens, and one form.
    private static bool IsGluedSign(ReadOnlySpan<char> text, in Token token) =>
        !token.HasSpaceBefore && (token.Kind == TokenKind.Symbol || text.Length == 1);
}
