using System.Text;
using Copylint.Text;

namespace Copylint.Documents;

/// <summary>
/// The way from the analysed text back to the file, for formats whose copy is not the file's own text: markup left out,
/// entities decoded, blanks folded.
/// </summary>
public sealed class SourceMap
{
    private readonly int[] _copyStarts;
    private readonly TextSpan[] _sources;
    private readonly int _copyLength;

    private SourceMap(int[] copyStarts, TextSpan[] sources, int copyLength)
    {
        _copyStarts = copyStarts;
        _sources = sources;
        _copyLength = copyLength;
    }

    /// <summary>The span of the file that a span of the analysed text came from: from the source of its first character
    /// to that of its last.</summary>
    public TextSpan ToSource(TextSpan span)
    {
        if (_copyStarts.Length == 0)
            return default;
        var (start, afterStart) = SourceOf(span.Start);
        if (span.Length == 0)
            return new TextSpan(span.Start >= _copyLength ? afterStart : start, 0);
        return TextSpan.FromBounds(start, Math.Max(start, SourceOf(span.End - 1).End));
    }

    private (int Start, int End) SourceOf(int position)
    {
        var index = Array.BinarySearch(_copyStarts, position);
        if (index < 0)
            index = Math.Max(0, ~index - 1);
        var source = _sources[index];
        var copyEnd = index + 1 < _copyStarts.Length ? _copyStarts[index + 1] : _copyLength;
        if (copyEnd - _copyStarts[index] != source.Length)
            return (source.Start, source.End);
        var at = Math.Min(source.Start + position - _copyStarts[index], source.End);
        return (at, Math.Min(at + 1, source.End));
    }

    /// <summary>Collects the analysed text piece by piece together with its map.</summary>
    internal sealed class Builder(string source)
    {
        private readonly StringBuilder _text = new(source.Length);
        private readonly List<int> _copyStarts = [];
        private readonly List<TextSpan> _sources = [];

        public int Length => _text.Length;

        public char this[int index] => _text[index];

        /// <summary>The text so far.</summary>
        public override string ToString() => _text.ToString();

        /// <summary>Adds a stretch of the file as it stands.</summary>
        public void Append(TextSpan span) => AppendFrom(source, span);

        /// <summary>Adds a stretch of the file as another text of the same length has it.</summary>
        public void AppendFrom(string source, TextSpan span)
        {
            if (span.Length == 0)
                return;
            if (
                _sources.Count > 0
                && _sources[^1].End == span.Start
                && _text.Length - _copyStarts[^1] == _sources[^1].Length
            )
            {
                _sources[^1] = TextSpan.FromBounds(_sources[^1].Start, span.End);
            }
            else
            {
                _copyStarts.Add(_text.Length);
                _sources.Add(span);
            }

            _text.Append(source, span.Start, span.Length);
        }

        /// <summary>Adds text that stands for a stretch of the file: a decoded entity, one blank for several.</summary>
        public void Append(string text, TextSpan span)
        {
            if (text.Length == 0)
                return;
            _copyStarts.Add(_text.Length);
            _sources.Add(span);
            _text.Append(text);
            if (text.Length == span.Length)
            {
                // Keep a stretch of equal length from being read as literal text: one entry a character.
                for (var i = 1; i < text.Length; i++)
                {
                    _copyStarts.Add(_copyStarts[^1] + 1);
                    _sources.Add(new TextSpan(span.Start + i, 1));
                }

                _sources[_sources.Count - text.Length] = new TextSpan(span.Start, 1);
            }
        }

        /// <summary>Adds the break between two blocks, which stands for no text of the file.</summary>
        public void AppendBreak()
        {
            _copyStarts.Add(_text.Length);
            _sources.Add(new TextSpan(_sources[^1].End, 0));
            _text.Append("\n\n");
        }

        public (string Text, SourceMap Map) Build()
        {
            var text = _text.ToString();
            return (text, new SourceMap([.. _copyStarts], [.. _sources], text.Length));
        }
    }
}
