using Copylint.Text;

namespace Copylint.Documents.Formats.Html;

/// <summary>The attributes of one start tag after the other, with and without quotation marks.</summary>
internal sealed class HtmlAttributes(string source, int end)
{
    private readonly List<Attribute> _attributes = [];

    private readonly record struct Attribute(TextSpan Name, TextSpan Value);

    /// <summary>Reads those of a tag.</summary>
    /// <param name="at">Where the name of the tag ends.</param>
    /// <param name="selfClosing">Receives whether it ends with a slash.</param>
    /// <returns>Where the tag ends.</returns>
    public int Read(int at, out bool selfClosing)
    {
        _attributes.Clear();
        selfClosing = false;
        while (at < end)
        {
            var c = source[at];
            if (c == '>')
                return at + 1;
            if (c == '/')
            {
                selfClosing = at + 1 < end && source[at + 1] == '>';
                at++;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var nameStart = at;
            at++;
            while (at < end && !(char.IsWhiteSpace(source[at]) || source[at] is '/' or '>' or '='))
                at++;
            var name = TextSpan.FromBounds(nameStart, at);
            var value = at;
            while (value < end && char.IsWhiteSpace(source[value]))
                value++;
            if (value >= end || source[value] != '=')
            {
                _attributes.Add(new Attribute(name, new TextSpan(at, 0)));
                continue;
            }

            value++;
            while (value < end && char.IsWhiteSpace(source[value]))
                value++;
            if (value >= end)
                return end;
            if (source[value] is '"' or '\'')
            {
                var close = source.AsSpan(value + 1, end - value - 1).IndexOf(source[value]);
                var valueEnd = close < 0 ? end : value + 1 + close;
                _attributes.Add(new Attribute(name, TextSpan.FromBounds(value + 1, valueEnd)));
                at = Math.Min(end, valueEnd + 1);
            }
            else
            {
                at = value;
                while (at < end && !char.IsWhiteSpace(source[at]) && source[at] != '>')
                    at++;
                _attributes.Add(new Attribute(name, TextSpan.FromBounds(value, at)));
            }
        }

        return end;
    }

    /// <summary>The value of an attribute, decoded, with its place; null for a tag that has none.</summary>
    public (string Value, TextSpan Span)? Find(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name.In(source).Equals(name, StringComparison.OrdinalIgnoreCase))
                return (HtmlEntities.DecodeAll(source, attribute.Value.Start, attribute.Value.End), attribute.Value);
        }

        return null;
    }

    /// <summary>The value of an attribute as it is written; empty for a tag that has none.</summary>
    public ReadOnlySpan<char> Raw(string name)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Name.In(source).Equals(name, StringComparison.OrdinalIgnoreCase))
                return attribute.Value.In(source);
        }

        return default;
    }

    /// <summary>Whether the element is never shown.</summary>
    public bool IsHidden()
    {
        foreach (var attribute in _attributes)
        {
            var name = attribute.Name.In(source);
            var value = attribute.Value.In(source);
            if (
                name.Equals("hidden", StringComparison.OrdinalIgnoreCase)
                || (
                    name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase)
                    && value.Equals("true", StringComparison.OrdinalIgnoreCase)
                )
            )
                return true;
            if (
                name.Equals("style", StringComparison.OrdinalIgnoreCase)
                && (
                    value.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("display: none", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("visibility: hidden", StringComparison.OrdinalIgnoreCase)
                )
            )
                return true;
        }

        return false;
    }
}
