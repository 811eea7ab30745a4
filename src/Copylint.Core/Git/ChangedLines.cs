using Copylint.Storage;

namespace Copylint.Git;

/// <summary>The lines that were changed since a revision, as Git tells them; of files that Git does not know yet,
/// all.</summary>
internal sealed class ChangedLines
{
    private readonly Dictionary<string, List<(int First, int Last)>> _lines = new(StringComparer.Ordinal);

    private static readonly (int, int) All = (1, int.MaxValue);

    private readonly string _folder;
    private readonly string _root;

    private ChangedLines(string folder, string root)
    {
        _folder = folder;
        _root = root;
    }

    /// <summary>Asks Git. What a branch changed counts from where it left the revision, not what the revision has
    /// become since.</summary>
    /// <param name="git">The program, or null where there is none.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="revision">A commit, branch or tag, or a tree.</param>
    /// <exception cref="GitException">There is no Git, no repository, or no such revision; the message says what to
    /// do.</exception>
    public static ChangedLines Since(GitProcess? git, string folder, string revision)
    {
        if (git is null)
            throw new GitException("git: there is none on the search path outside the linted tree");
        if (revision.Length == 0 || revision.StartsWith('-'))
            throw new GitException($"no revision is called '{revision}'");
        var up = git.Run(folder, "rev-parse", "--show-cdup").TrimEnd('\n');
        // Git counts the way up from where the folder really lies.
        var real = RealPath.Of(folder);
        var changed = new ChangedLines(real, Path.GetFullPath(up.Length == 0 ? "." : up, real));
        changed.Read(git, BaseOf(git, folder, revision));
        return changed;
    }

    /// <summary>The changed files, as paths from the working folder with forward slashes.</summary>
    public IEnumerable<string> Files => _lines.Keys;

    // The commit that the branch left the revision at; a tree, or a history that has nothing in common, is compared
    // with as it is.
    private static string BaseOf(GitProcess git, string folder, string revision)
    {
        if (Verified(git, folder, revision + "^{commit}") is not { } commit)
            return Verified(git, folder, revision + "^{tree}") ?? throw Missing(git, folder, revision);
        if (Verified(git, folder, "HEAD") is null)
            return commit;
        if (git.TryRun(folder, "merge-base", commit, "HEAD")?.TrimEnd('\n') is { Length: > 0 } common)
            return common;
        return IsShallow(git, folder)
            ? throw new GitException(
                $"this clone is shallow, and does not reach back to where the branch left '{revision}': {FetchAll}"
            )
            : commit;
    }

    private const string FetchAll =
        "fetch the history with 'git fetch --unshallow', or with 'fetch-depth: 0' of actions/checkout";

    private static GitException Missing(GitProcess git, string folder, string revision)
    {
        var advice =
            revision.Contains("..", StringComparison.Ordinal) ? "--since takes one revision, not a range"
            : IsShallow(git, folder) ? $"this clone is shallow: {FetchAll}"
            : "see 'git branch --all' for those that are here, and 'git fetch' for those that are not";
        return new GitException($"no revision is called '{revision}'; {advice}");
    }

    private static bool IsShallow(GitProcess git, string folder) =>
        git.TryRun(folder, "rev-parse", "--is-shallow-repository")?.Trim() == "true";

    private static string? Verified(GitProcess git, string folder, string revision) =>
        git.TryRun(folder, "rev-parse", "--verify", "--quiet", revision)?.Trim();

    private void Read(GitProcess git, string revision)
    {
        // Whatever configurations and attributes say of prefixes, order, filters and what is text: an attribute of the
        // tree must hide no line.
        ReadDifference(
            git.Run(
                _root,
                [
                    .. git.WithoutFilters(_root),
                    "diff",
                    "--text",
                    "--unified=0",
                    "--inter-hunk-context=0",
                    "--no-color",
                    "--no-ext-diff",
                    "--no-textconv",
                    "--no-relative",
                    "--ignore-submodules=all",
                    "-O/dev/null",
                    "--src-prefix=a/",
                    "--dst-prefix=b/",
                    revision,
                    "--",
                ]
            )
        );
        foreach (
            var path in git.Run(_root, "ls-files", "--others", "--exclude-standard", "-z")
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        )
            LinesOf(path).Add(All);
    }

    /// <summary>Whether a line of a file was changed or added.</summary>
    /// <param name="path">The path from the working folder, with forward slashes.</param>
    public bool Has(string path) => _lines.ContainsKey(path);

    /// <summary>Whether a line of a file was changed or added.</summary>
    /// <param name="path">The path from the working folder, with forward slashes.</param>
    /// <param name="line">One-based line.</param>
    public bool Has(string path, int line) =>
        _lines.TryGetValue(path, out var lines)
        // Stretches come in order; the last that begins at the line or before it is the one that can hold it.
        && Text.Bisection.First(lines.Count, i => lines[i].First > line) is > 0 and var after
        && lines[after - 1].Last >= line;

    private List<(int First, int Last)> LinesOf(string path) =>
        _lines[Path.GetRelativePath(_folder, Path.Combine(_root, path)).Replace(Path.DirectorySeparatorChar, '/')] = [];

    // What a line of copy begins with must not be taken for Git's own words: the lines of a stretch are counted off.
    private void ReadDifference(string difference)
    {
        List<(int First, int Last)>? lines = null;
        var left = 0;
        foreach (var line in difference.AsSpan().Split('\n'))
        {
            var text = difference.AsSpan()[line];
            if (left > 0)
            {
                if (text.StartsWith("\\"))
                    continue;
                left--;
                if (lines is not null && text.StartsWith("+") && CountsOtherwise(text))
                    Replace(lines, All);
            }
            else if (text.StartsWith("+++ "))
            {
                var path = text[4..].TrimEnd("\r\t").ToString();
                path = GitPath.Unquote(path);
                lines = path.StartsWith("b/", StringComparison.Ordinal) ? LinesOf(path[2..]) : null;
            }
            else if (text.StartsWith("@@ "))
            {
                var parts = text.ToString().Split(' ');
                var (first, count) = Stretch(parts[2]);
                left = Stretch(parts[1]).Count + count;
                if (count > 0 && lines is not null && !(lines.Count == 1 && lines[0] == All))
                    lines.Add((first, first + count - 1));
            }
        }
    }

    // Git's lines end with a line feed alone; in UTF-16, or where a carriage return ends lines, its numbers are not
    // those of the copy.
    private static bool CountsOtherwise(ReadOnlySpan<char> line) =>
        line.Contains('\0') || line.TrimEnd('\r').Contains('\r');

    private static void Replace(List<(int First, int Last)> lines, (int, int) by)
    {
        lines.Clear();
        lines.Add(by);
    }

    private static (int First, int Count) Stretch(string text)
    {
        var numbers = text[1..].Split(',');
        return (Number(numbers[0]), numbers.Length > 1 ? Number(numbers[1]) : 1);
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
