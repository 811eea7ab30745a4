using System.Text;

namespace Copylint.Diagnostics;

/// <summary>
/// A message with placeholders in braces: <c>{0}</c> stands for the text that was found, <c>{name}</c> for an argument.
/// A part between <c>[</c> and <c>]</c> is left out
/// when one of its placeholders has no value.
/// </summary>
public sealed class MessageFormat
{
    private const int MaxFoundLength = 80;
    private const int MaxArgumentLength = 240;

    /// <summary>Parses a format.</summary>
    /// <exception cref="FormatException">A brace or bracket is not closed, or a placeholder has no name.</exception>
    public MessageFormat(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        var names = new List<string>();
        var inOption = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{':
                    var end = text.IndexOf('}', i);
                    if (end < 0)
                        throw new FormatException($"the brace at column {i + 1} of the message is never closed");
                    var name = text[(i + 1)..end];
                    if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
                        throw new FormatException(
                            $"'{{{name}}}' is no placeholder: a placeholder is 0 or a name in lower case"
                        );
                    names.Add(name);
                    i = end;
                    break;
                case '[' when inOption:
                    throw new FormatException("an optional part of the message stands inside another");
                case '[':
                    inOption = true;
                    break;
                case ']':
                    inOption = false;
                    break;
                case '}':
                    throw new FormatException($"the brace at column {i + 1} of the message was never opened");
            }
        }

        if (inOption)
            throw new FormatException("an optional part of the message is never closed");
        Placeholders = names;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-"
    );

    /// <summary>The format as written.</summary>
    public string Text { get; }

    /// <summary>The names of the placeholders in order.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>Fills the placeholders in.</summary>
    /// <param name="found">The text that was found, for <c>{0}</c>.</param>
    /// <param name="arguments">Values by name; a missing or null one leaves its optional part out, or an empty place
    /// outside one.</param>
    public string Format(string found, IReadOnlyList<(string Name, string? Value)> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var result = new StringBuilder(Text.Length + 40);
        var option = -1;
        var complete = true;
        for (var i = 0; i < Text.Length; i++)
        {
            switch (Text[i])
            {
                case '{':
                    var end = Text.IndexOf('}', i);
                    var value = Value(Text.AsSpan(i + 1, end - i - 1), found, arguments);
                    complete &= value is not null;
                    result.Append(value);
                    i = end;
                    break;
                case '[':
                    option = result.Length;
                    complete = true;
                    break;
                case ']':
                    if (!complete)
                        result.Length = option;
                    break;
                default:
                    result.Append(Text[i]);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>The text on one line, blanks folded, cut to a length.</summary>
    public static string Shorten(ReadOnlySpan<char> text, int limit = MaxFoundLength)
    {
        var result = new StringBuilder(Math.Min(text.Length, limit) + 1);
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c) || char.IsControl(c);
            if (blank && (result.Length == 0 || result[^1] == ' '))
                continue;
            if (result.Length >= limit - 1)
                return result.ToString().TrimEnd() + "…";
            result.Append(blank ? ' ' : c);
        }

        return result.ToString().TrimEnd();
    }

    private static string? Value(
        ReadOnlySpan<char> name,
        string found,
        IReadOnlyList<(string Name, string? Value)> arguments
    )
    {
        if (name is "0")
            return Shorten(found);
        foreach (var (argument, value) in arguments)
        {
            if (name.SequenceEqual(argument))
                return value is null ? null : Shorten(value, MaxArgumentLength);
        }

        return null;
    }
}
