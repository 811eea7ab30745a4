using System.Text;

namespace Copylint.Matchers;

/// <summary>
/// Finds words that every match of a regular expression must hold, so that the expression is tried only where one of
/// them stands. Reads the part of the syntax
/// that cards use; where it cannot be sure it gives up, and the card must name the words under <c>requires</c>.
/// </summary>
internal static class PatternLiterals
{
    private const int MaxPhrases = 64;
    private const int MaxBeginnings = 200;

    // Letters of a beginning; the longest that does not make too many beginnings is taken.
    private static readonly int[] BeginningLengths = [12, 6, 3];
    private const string Digit = "0";

    /// <summary>Phrases of whole words of which every match holds at least one.</summary>
    /// <returns>Null when there is no such set.</returns>
    public static IReadOnlyList<string>? Find(string pattern)
    {
        var position = 0;
        try
        {
            var tree = ParseAlternation(pattern, ref position);
            return position == pattern.Length ? Best(tree, false, false) : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// What the first words of a match can begin with, small and of up to twelve letters and blanks, for an expression
    /// that is anchored to the start of the text; what is no part of a word is passed over.
    /// </summary>
    /// <returns>Null where the expression is not anchored, or can begin with anything.</returns>
    public static string[]? Beginnings(string pattern)
    {
        var position = 0;
        try
        {
            var tree = ParseAlternation(pattern, ref position);
            if (position < pattern.Length || !tree.TrueForAll(IsAnchored))
                return null;
            foreach (var length in BeginningLengths)
            {
                var found = new SortedSet<string>(StringComparer.Ordinal);
                found.UnionWith(new BeginningReader(length, found).Extend([""], tree));
                if (found.Count <= MaxBeginnings && !found.Contains(""))
                    return WithoutLonger(found);
            }

            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }

        static bool IsAnchored(List<Atom> branch) => branch is [{ Kind: AtomKind.Boundary, Text: "^" }, ..];
    }

    // What begins with a shorter one is told by that.
    private static string[] WithoutLonger(SortedSet<string> beginnings)
    {
        var kept = new List<string>();
        foreach (var beginning in beginnings)
        {
            if (kept.Count == 0 || !beginning.StartsWith(kept[^1], StringComparison.Ordinal))
                kept.Add(beginning);
        }

        return [.. kept];
    }

    // Reads on from beginnings that are open still, and gives those that are open after it; what is long enough, or
    // ends a word, is found. An empty one that is found says that anything can begin a match.
    private sealed class BeginningReader(int length, SortedSet<string> found)
    {
        public List<string> Extend(List<string> open, List<List<Atom>> branches)
        {
            var after = new List<string>();
            foreach (var branch in branches)
            {
                var here = open;
                foreach (var atom in branch)
                {
                    var next = Extend(here, atom);
                    here = atom.Min == 0 ? [.. next.Union(here)] : next;
                }

                after.AddRange(here);
            }

            return [.. after.Distinct()];
        }

        private List<string> Extend(List<string> open, Atom atom)
        {
            switch (atom.Kind)
            {
                case AtomKind.Literal when char.IsLetterOrDigit(atom.Text[0]):
                    return Grow(open, [char.ToLowerInvariant(atom.Text[0])], atom.Max > 1);
                case AtomKind.Group when atom.Max > 1:
                    found.UnionWith(Extend(open, atom.Branches!));
                    return [];
                case AtomKind.Group:
                    return Extend(open, atom.Branches!);
                case AtomKind.Other when atom.Text == Digit:
                    return Grow(open, "0123456789", ends: true);
                case AtomKind.Other when atom.Max > 0:
                    found.UnionWith(open);
                    return [];
                case AtomKind.Boundary when atom.Text.Length == 0:
                    return open; // \b takes nothing
                case AtomKind.Blank when atom.Text == " ":
                    // Before a word it is passed over.
                    return
                    [
                        .. Grow([.. open.Where(o => o.Length > 0)], " ", atom.Max > 1),
                        .. open.Where(o => o.Length == 0),
                    ];
                default:
                    // Other blanks and marks end a word that has begun, and are passed over before.
                    found.UnionWith(open.Where(o => o.Length > 0));
                    return [.. open.Where(o => o.Length == 0)];
            }
        }

        private List<string> Grow(List<string> open, ReadOnlySpan<char> letters, bool ends)
        {
            var longer = new List<string>();
            foreach (var beginning in open)
            {
                foreach (var letter in letters)
                {
                    if (ends || beginning.Length + 1 == length)
                        found.Add(beginning + letter);
                    else
                        longer.Add(beginning + letter);
                }
            }

            return longer;
        }
    }

    // An alternation of sequences; a sequence is a list of atoms; an atom is what one quantifier applies to.
    private sealed record Atom(AtomKind Kind, string Text, List<List<Atom>>? Branches, int Min, int Max);

    private enum AtomKind
    {
        Literal,
        Blank,
        Boundary,
        NonWord,
        Group,
        Other,
    }

    private static List<List<Atom>> ParseAlternation(string pattern, ref int at)
    {
        var branches = new List<List<Atom>> { new() };
        while (at < pattern.Length && pattern[at] != ')')
        {
            if (pattern[at] == '|')
            {
                branches.Add([]);
                at++;
                continue;
            }

            var atom = ParseAtom(pattern, ref at);
            if (atom is not null)
                branches[^1].Add(ParseQuantifier(pattern, ref at, atom));
        }

        return branches;
    }

    private static Atom? ParseAtom(string pattern, ref int at)
    {
        var c = pattern[at++];
        switch (c)
        {
            case '^' or '$':
                return new Atom(AtomKind.Boundary, c.ToString(), null, 1, 1);
            case '.':
                return new Atom(AtomKind.Other, "", null, 1, 1);
            case '[':
                return ParseClass(pattern, ref at);
            case '(':
                return ParseGroup(pattern, ref at);
            case '\\':
                return ParseEscape(pattern, ref at);
            case ' ':
                return new Atom(AtomKind.Blank, " ", null, 1, 1);
            default:
                return new Atom(
                    char.IsLetterOrDigit(c) || c is '\'' or '’' ? AtomKind.Literal : AtomKind.NonWord,
                    c.ToString(),
                    null,
                    1,
                    1
                );
        }
    }

    private static Atom ParseEscape(string pattern, ref int at)
    {
        if (at >= pattern.Length)
            throw new NotSupportedException();
        var c = pattern[at++];
        return c switch
        {
            's' or 'n' or 'r' or 't' => new Atom(AtomKind.Blank, "", null, 1, 1),
            'b' or 'A' or 'z' or 'Z' => new Atom(AtomKind.Boundary, "", null, 1, 1),
            'W' => new Atom(AtomKind.NonWord, "", null, 1, 1),
            'd' => new Atom(AtomKind.Other, Digit, null, 1, 1),
            'w' or 'S' or 'D' => new Atom(AtomKind.Other, "", null, 1, 1),
            _ when char.IsLetterOrDigit(c) => throw new NotSupportedException(),
            _ => new Atom(AtomKind.NonWord, c.ToString(), null, 1, 1),
        };
    }

    private static Atom ParseClass(string pattern, ref int at)
    {
        var start = at;
        var negated = at < pattern.Length && pattern[at] == '^';
        var end = pattern.IndexOf(']', at + (negated ? 2 : 1));
        if (end < 0)
            throw new NotSupportedException();
        while (pattern[end - 1] == '\\')
        {
            end = pattern.IndexOf(']', end + 1);
            if (end < 0)
                throw new NotSupportedException();
        }

        at = end + 1;
        var body = pattern[start..end];
        var word = negated || body.Any(char.IsLetterOrDigit);
        // A class of a few letters, such as [’'] or [-–], is a boundary when no word character is in it; apostrophes
        // stay inside words.
        return new Atom(
            word || body.Contains('\'') || body.Contains('’') ? AtomKind.Other : AtomKind.NonWord,
            "",
            null,
            1,
            1
        );
    }

    private static Atom? ParseGroup(string pattern, ref int at)
    {
        var lookaround = false;
        if (at < pattern.Length && pattern[at] == '?')
        {
            var rest = pattern.AsSpan(at);
            if (rest.StartsWith("?:"))
            {
                at += 2;
            }
            else if (rest.StartsWith("?=") || rest.StartsWith("?!"))
            {
                at += 2;
                lookaround = true;
            }
            else if (rest.StartsWith("?<=") || rest.StartsWith("?<!"))
            {
                at += 3;
                lookaround = true;
            }
            else if (rest.StartsWith("?<") && rest.IndexOf('>') is > 2 and var close)
            {
                at += close + 1;
            }
            else
            {
                throw new NotSupportedException();
            }
        }

        var branches = ParseAlternation(pattern, ref at);
        if (at >= pattern.Length || pattern[at] != ')')
            throw new NotSupportedException();
        at++;
        return lookaround ? new Atom(AtomKind.Other, "", null, 0, 0) : new Atom(AtomKind.Group, "", branches, 1, 1);
    }

    private static Atom ParseQuantifier(string pattern, ref int at, Atom atom)
    {
        if (at >= pattern.Length)
            return atom;
        int min,
            max;
        switch (pattern[at])
        {
            case '?':
                (min, max) = (0, 1);
                at++;
                break;
            case '*':
                (min, max) = (0, int.MaxValue);
                at++;
                break;
            case '+':
                (min, max) = (1, int.MaxValue);
                at++;
                break;
            case '{':
                var end = pattern.IndexOf('}', at);
                var parts = end > 0 ? pattern[(at + 1)..end].Split(',') : [];
                if (parts.Length is 0 or > 2 || !int.TryParse(parts[0].Length == 0 ? "0" : parts[0], out min))
                    throw new NotSupportedException();
                max = parts.Length == 1 ? min : int.MaxValue;
                at = end + 1;
                break;
            default:
                return atom;
        }

        if (at < pattern.Length && pattern[at] is '?' or '+')
            at++;
        return atom with { Min = Math.Min(min, atom.Min), Max = max };
    }

    // The best set over the branches: every branch must have one.
    private static List<string>? Best(List<List<Atom>> branches, bool leftBoundary, bool rightBoundary)
    {
        var all = new List<string>();
        foreach (var branch in branches)
        {
            if (BestOfSequence(branch, leftBoundary, rightBoundary) is not { } phrases)
                return null;
            all.AddRange(phrases);
        }

        return all.Count is > 0 and <= MaxPhrases ? [.. all.Distinct()] : null;
    }

    private static List<string>? BestOfSequence(List<Atom> atoms, bool leftBoundary, bool rightBoundary)
    {
        List<string>? best = null;
        for (var start = 0; start < atoms.Count; )
        {
            var strings = new List<string> { "" };
            var end = start;
            while (
                end < atoms.Count
                && Expand(atoms[end]) is { } endings
                && (long)strings.Count * endings.Count <= MaxPhrases
            )
            {
                strings = [.. strings.SelectMany(s => endings.Select(e => s + e)).Distinct()];
                end++;
            }

            if (end == start)
            {
                if (atoms[start] is { Kind: AtomKind.Group, Min: >= 1, Branches: { } inner })
                    Consider(
                        Best(
                            inner,
                            IsBoundaryBefore(atoms, start, leftBoundary),
                            IsBoundaryAfter(atoms, start + 1, rightBoundary)
                        )
                    );
                start++;
                continue;
            }

            var left = start == 0 ? leftBoundary : IsBoundaryBefore(atoms, start, leftBoundary);
            var right = IsBoundaryAfter(atoms, end, rightBoundary);
            var phrases = new List<string>();
            foreach (var text in strings)
            {
                if (LongestPhrase(text, left, right) is { } phrase)
                    phrases.Add(phrase);
            }

            if (phrases.Count == strings.Count)
                Consider(phrases);
            start = end;
        }

        return best;

        void Consider(List<string>? phrases)
        {
            if (phrases is { Count: > 0 } && (best is null || phrases.Min(p => p.Length) > best.Min(p => p.Length)))
                best = phrases;
        }
    }

    // The finite set of strings that an atom stands for; '\u0001' marks a place where words end.
    private static List<string>? Expand(Atom atom)
    {
        List<string>? once = atom.Kind switch
        {
            AtomKind.Literal => [atom.Text],
            AtomKind.Blank => [" "],
            AtomKind.Boundary or AtomKind.NonWord => ["\u0001"],
            AtomKind.Group => ExpandGroup(atom.Branches!),
            _ => atom.Max == 0 ? [""] : null,
        };
        if (once is null)
            return null;
        if (atom.Kind is AtomKind.Blank)
            return atom.Min == 0 ? [" ", ""] : [" "];
        if (atom.Kind is AtomKind.NonWord)
            return atom.Min == 0 ? ["\u0001", ""] : ["\u0001"];
        if (atom.Max > 1)
            return null;
        return atom.Min == 0 && atom.Max > 0 ? ["", .. once] : once;
    }

    private static List<string>? ExpandGroup(List<List<Atom>> branches)
    {
        var all = new List<string>();
        foreach (var branch in branches)
        {
            var strings = new List<string> { "" };
            foreach (var atom in branch)
            {
                if (Expand(atom) is not { } endings || (long)strings.Count * endings.Count > MaxPhrases)
                    return null;
                strings = [.. strings.SelectMany(s => endings.Select(e => s + e))];
            }

            all.AddRange(strings);
        }

        return all.Count <= MaxPhrases ? all : null;
    }

    private static bool IsBoundaryBefore(List<Atom> atoms, int index, bool outside)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (
                atoms[i].Kind is AtomKind.Boundary
                || (atoms[i].Kind is AtomKind.Blank or AtomKind.NonWord && atoms[i].Min >= 1)
            )
                return true;
            if (atoms[i].Kind is not (AtomKind.Blank or AtomKind.NonWord))
                return false;
        }

        return outside;
    }

    private static bool IsBoundaryAfter(List<Atom> atoms, int index, bool outside)
    {
        for (var i = index; i < atoms.Count; i++)
        {
            if (
                atoms[i].Kind is AtomKind.Boundary
                || (atoms[i].Kind is AtomKind.Blank or AtomKind.NonWord && atoms[i].Min >= 1)
            )
                return true;
            if (atoms[i].Kind is not (AtomKind.Blank or AtomKind.NonWord))
                return false;
        }

        return outside;
    }

    private static string? LongestPhrase(string text, bool left, bool right)
    {
        string? best = null;
        var pieces = text.Split('\u0001');
        for (var i = 0; i < pieces.Length; i++)
        {
            var words = pieces[i].Split(' ').ToList();
            if (i == 0 && !left && words.Count > 0)
                words.RemoveAt(0);
            if (i == pieces.Length - 1 && !right && words.Count > 0)
                words.RemoveAt(words.Count - 1);
            var phrase = new StringBuilder().AppendJoin(' ', words.Where(w => w.Length > 0)).ToString();
            if (phrase.Any(char.IsLetter) && phrase.Length > (best?.Length ?? 0))
                best = phrase;
        }

        return best;
    }
}
