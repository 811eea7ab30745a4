namespace Copylint.Configuration;

/// <summary>
/// One glob of files: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders, <c>[ab]</c> for one of some
/// characters, <c>{a,b}</c> for one of some texts.
/// Matching takes time by the length of path and glob, never more than their product.
/// </summary>
/// <remarks>
/// Not the matcher of Microsoft.Extensions.FileSystemGlobbing: it takes <c>?</c> and <c>[!ab]</c> for letters of a
/// name, and there is no other glob that they could be rewritten to, as braces could be. It also builds folders in
/// memory for every path that it is asked about, which takes some 25 microseconds for each glob; a run asks about every
/// file.
/// </remarks>
internal sealed class Glob
{
    // Braces in braces multiply; nobody writes that many by hand.
    private const int MaxAlternatives = 256;

    private readonly List<string[]> _alternatives;

    private Glob(List<string[]> alternatives) => _alternatives = alternatives;

    /// <summary>What makes a glob match nothing for ever, with what to write instead; null when nothing does.</summary>
    /// <param name="glob">The glob as it is written.</param>
    public static string? ProblemOf(string glob) =>
        glob.Trim().Length == 0 ? "an empty glob matches nothing"
        : glob.StartsWith('!')
            ? $"'{glob}' would take files out again, which globs cannot: list what is meant, or use 'exclude'"
        : Path.IsPathRooted(glob) || IsDrive(glob)
            ? $"'{glob}' is an absolute path: globs start from the folder of the file that they stand in"
        : glob.Contains('\\') ? $"'{glob}' has a backslash: folders are parted by '/'"
        : Parts(glob).Contains("..") ? $"'{glob}' leads out of the folder that globs start from"
        : !IsClosed(glob, '[', ']') ? $"'{glob}' has a '[' that is never closed"
        : !IsClosed(glob, '{', '}') ? $"'{glob}' has a '{{' that is never closed"
        : Expand(glob) is not { } alternatives ? $"'{glob}' stands for more than {MaxAlternatives} globs"
        : alternatives.Exists(a => !IsClosed(a, '[', ']')) ? $"'{glob}' has a '[' that is never closed"
        : null;

    /// <summary>Reads a glob.</summary>
    /// <exception cref="FormatException">It can never match; see <see cref="ProblemOf"/>.</exception>
    public static Glob Parse(string glob) =>
        ProblemOf(glob) is { } problem ? throw new FormatException(problem) : new Glob(Expand(glob)!.ConvertAll(Parts));

    /// <summary>The folder that all its files lie in, as far as it is written out; empty for none.</summary>
    public static string FolderOf(string glob)
    {
        var special = glob.AsSpan().IndexOfAny("*?[{");
        var end = special < 0 ? glob.Length : glob.LastIndexOf('/', special);
        return end <= 0 ? "" : glob[..end];
    }

    /// <summary>Whether it matches a path.</summary>
    /// <param name="path">A relative path with forward slashes.</param>
    /// <param name="andBelow">Whether it also matches what lies in a folder that it matches.</param>
    public bool Matches(string path, bool andBelow = false)
    {
        var names = path.Split('/');
        foreach (var pattern in _alternatives)
        {
            if (MatchesNames(pattern, names, andBelow))
                return true;
        }

        return false;
    }

    // The last "**" takes one name more whenever what follows does not fit: earlier ones need not be tried again.
    private static bool MatchesNames(string[] pattern, string[] names, bool andBelow)
    {
        int p = 0,
            n = 0,
            star = -1,
            from = 0;
        while (n < names.Length)
        {
            if (p < pattern.Length && pattern[p] == "**")
            {
                star = p++;
                from = n;
            }
            else if (p < pattern.Length && MatchesName(pattern[p], names[n]))
            {
                p++;
                n++;
            }
            else if (p == pattern.Length && andBelow)
            {
                return true;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++from;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).IndexOfAnyExcept("**") < 0;
    }

    private static bool MatchesName(string pattern, string name)
    {
        int p = 0,
            n = 0,
            star = -1,
            from = 0;
        while (n < name.Length)
        {
            var next = p;
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                from = n;
            }
            else if (MatchesOne(pattern, ref next, name[n]))
            {
                p = next;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++from;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).IndexOfAnyExcept('*') < 0;
    }

    private static bool MatchesOne(string pattern, ref int at, char c)
    {
        if (at >= pattern.Length)
            return false;
        if (pattern[at] != '[')
        {
            var own = pattern[at++];
            return own == '?' || own == c;
        }

        var end = pattern.IndexOf(']', Math.Min(at + 2, pattern.Length));
        var set = pattern.AsSpan(at + 1, end - at - 1);
        at = end + 1;
        var isNegated = set[0] is '!' or '^';
        return InSet(isNegated ? set[1..] : set, c) != isNegated;
    }

    private static bool InSet(ReadOnlySpan<char> set, char c)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (c >= set[i] && c <= set[i + 2])
                    return true;
                i += 2;
            }
            else if (set[i] == c)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDrive(string glob) => glob.Length > 1 && char.IsAsciiLetter(glob[0]) && glob[1] == ':';

    private static string[] Parts(string glob) =>
        [.. glob.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".")];

    private static bool IsClosed(string glob, char open, char close)
    {
        for (var at = glob.IndexOf(open); at >= 0; at = glob.IndexOf(open, at + 1))
        {
            // In "[]a]" the first bracket is one of the characters.
            var end = glob.IndexOf(close, Math.Min(at + (open == '[' ? 2 : 1), glob.Length));
            var slash = open == '[' ? glob.IndexOf('/', at) : -1;
            if (end < 0 || (slash >= 0 && slash < end))
                return false;
            at = open == '[' ? end : at;
        }

        return true;
    }

    // The globs without braces that one with braces stands for; null for too many.
    private static List<string>? Expand(string glob)
    {
        var pending = new Stack<string>([glob]);
        var done = new List<string>();
        while (pending.TryPop(out var current))
        {
            if (done.Count + pending.Count > MaxAlternatives)
                return null;
            var open = current.LastIndexOf('{');
            var close = open < 0 ? -1 : current.IndexOf('}', open);
            if (close < 0)
            {
                done.Add(current);
                continue;
            }

            foreach (var choice in current[(open + 1)..close].Split(','))
                pending.Push(current[..open] + choice + current[(close + 1)..]);
        }

        return done;
    }
}
