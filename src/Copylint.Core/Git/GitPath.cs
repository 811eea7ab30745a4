using System.Text;

namespace Copylint.Git;

/// <summary>Names of files as Git writes them: those with quotation marks, backslashes or control characters are
/// quoted.</summary>
internal static class GitPath
{
    private static readonly Dictionary<char, char> Letters = new()
    {
        ['\a'] = 'a',
        ['\b'] = 'b',
        ['\t'] = 't',
        ['\n'] = 'n',
        ['\v'] = 'v',
        ['\f'] = 'f',
        ['\r'] = 'r',
        ['"'] = '"',
        ['\\'] = '\\',
    };

    /// <summary>A name that breaks no line, in quotation marks where it has to be.</summary>
    public static string Quote(string path)
    {
        if (!path.Any(NeedsQuotes))
            return path;
        var quoted = new StringBuilder("\"");
        foreach (var c in path)
        {
            if (Letters.TryGetValue(c, out var letter))
                quoted.Append('\\').Append(letter);
            else if (!NeedsQuotes(c))
                quoted.Append(c);
            else
                AppendOctal(quoted, c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The name that Git wrote, quoted or not.</summary>
    public static string Unquote(string path) => path.StartsWith('"') ? Unescape(path) : path;

    private static bool NeedsQuotes(char c) => char.IsControl(c) || c is '"' or '\\' or '\u2028' or '\u2029';

    private static void AppendOctal(StringBuilder quoted, char c)
    {
        foreach (var b in Encoding.UTF8.GetBytes([c]))
            quoted.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
    }

    private static string Unescape(string path)
    {
        var bytes = new List<byte>();
        for (var i = 1; i < path.Length - 1; i++)
        {
            if (path[i] != '\\' || i + 1 >= path.Length - 1)
            {
                var end = path.IndexOf('\\', i);
                end = end < 0 ? path.Length - 1 : end;
                bytes.AddRange(Encoding.UTF8.GetBytes(path[i..end]));
                i = end - 1;
                continue;
            }

            var c = path[++i];
            if (char.IsAsciiDigit(c) && i + 2 < path.Length)
            {
                bytes.Add((byte)((c - '0') * 64 + (path[i + 1] - '0') * 8 + (path[i + 2] - '0')));
                i += 2;
            }
            else
            {
                bytes.Add(
                    (byte)(
                        c switch
                        {
                            't' => '\t',
                            'n' => '\n',
                            'r' => '\r',
                            'a' => '\a',
                            'b' => '\b',
                            'f' => '\f',
                            'v' => '\v',
                            _ => c,
                        }
                    )
                );
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
