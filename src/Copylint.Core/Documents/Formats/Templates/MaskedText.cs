using Copylint.Text;

namespace Copylint.Documents.Formats.Templates;

/// <summary>
/// The text of a file in which markup that its format's own reader does not know is covered, character for character,
/// so that places stay. Lines that hold nothing else are
/// blank; elsewhere stand the two marks, which <see cref="CopyBuilder"/> leaves out or replaces by its placeholder.
/// </summary>
internal sealed class MaskedText
{
    /// <summary>Covers what leaves nothing in the sentence: the tag of a shortcode, an attribute list. A noncharacter
    /// (Unicode Standard, section 23.7).</summary>
    public const char Nothing = '\uFDD0';

    /// <summary>Covers what becomes words when the site is built: <c>{{ page.title }}</c>.</summary>
    public const char Value = '\uFDD1';

    private readonly string _source;
    private char[]? _text;

    public MaskedText(string source)
    {
        _source = source;
    }

    /// <summary>The comments, in order.</summary>
    public List<TextSpan> Comments { get; } = [];

    /// <summary>Captions and alternative texts that stand in attributes of shortcodes, in order.</summary>
    public List<TextSpan> Captions { get; } = [];

    /// <summary>Whether anything is covered.</summary>
    public bool IsMasked => _text is not null;

    /// <summary>Whether a text holds a mark.</summary>
    public static bool HasMark(ReadOnlySpan<char> text) => text.ContainsAny(Nothing, Value);

    /// <summary>Covers a stretch; its line breaks stay.</summary>
    public void Cover(int start, int end, char mark = Nothing)
    {
        _text ??= _source.ToCharArray();
        for (var i = start; i < end; i++)
        {
            if (_text[i] is not ('\n' or '\r'))
                _text[i] = mark;
        }
    }

    /// <summary>Writes other markup over a stretch, blanks after it: a heading's mark over an admonition's.</summary>
    public void Write(int start, int end, string markup)
    {
        _text ??= _source.ToCharArray();
        for (var i = start; i < end; i++)
            _text[i] = i - start < markup.Length ? markup[i - start] : ' ';
    }

    /// <summary>The text, of the same length as the source.</summary>
    public string Build()
    {
        if (_text is null)
            return _source;
        for (var start = 0; start < _text.Length; )
        {
            var newline = Array.IndexOf(_text, '\n', start);
            var end = newline < 0 ? _text.Length : newline;
            var line = _text.AsSpan(start, end - start);
            if (HasMark(line) && line.IndexOfAnyExcept([Nothing, Value, ' ', '\t', '\r']) < 0)
                line.Replace(Nothing, ' ');
            if (HasMark(line) && line.IndexOfAnyExcept([Value, ' ', '\t', '\r']) < 0)
                line.Replace(Value, ' ');
            start = end + 1;
        }

        return new string(_text);
    }
}
