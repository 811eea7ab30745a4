namespace Copylint.Git;

/// <summary>The lines that were changed since a revision, as Git tells them; of files that Git does not know yet, all.</summary>
internal sealed class ChangedLines
{
    private readonly Dictionary<string, List<(int First, int Last)>> _lines = new(StringComparer.Ordinal);

    private ChangedLines() { }

    /// <summary>Asks Git.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="revision">A commit, branch or tag.</param>
    /// <exception cref="GitException">There is no Git, no repository, or no such revision.</exception>
    public static ChangedLines Since(string folder, string revision)
    {
        if (revision.StartsWith('-'))
            throw new GitException($"no revision is called '{revision}'");
        var changed = new ChangedLines();
        changed.Read(folder, revision);
        return changed;
    }

    private void Read(string folder, string revision)
    {
        // Whatever the user's configuration says of prefixes, colours and programs that show differences.
        ReadDifference(
            GitProcess.Run(
                folder,
                [
                    "-c",
                    "core.quotepath=off",
                    "diff",
                    "--unified=0",
                    "--no-color",
                    "--no-ext-diff",
                    "--no-textconv",
                    "--relative",
                    "--src-prefix=a/",
                    "--dst-prefix=b/",
                    revision,
                    "--",
                ]
            )
        );
        foreach (
            var path in GitProcess
                .Run(folder, "ls-files", "--others", "--exclude-standard", "-z")
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        )
            _lines[path] = [(1, int.MaxValue)];
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

    private void ReadDifference(string difference)
    {
        List<(int First, int Last)>? lines = null;
        foreach (var line in difference.Split('\n'))
        {
            if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                var path = line[4..].TrimEnd('\r', '\t');
                path = path.StartsWith('"') ? Unquote(path) : path;
                lines = path.StartsWith("b/", StringComparison.Ordinal) ? _lines[path[2..]] = [] : null;
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal) && lines is not null)
            {
                var added = line.Split(' ')[2].TrimStart('+').Split(',');
                var first = int.Parse(added[0], System.Globalization.CultureInfo.InvariantCulture);
                var count =
                    added.Length > 1 ? int.Parse(added[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
                if (count > 0)
                    lines.Add((first, first + count - 1));
            }
        }
    }

    // Git quotes names with quotation marks, backslashes and control characters.
    private static string Unquote(string path)
    {
        var bytes = new List<byte>();
        for (var i = 1; i < path.Length - 1; i++)
        {
            if (path[i] != '\\' || i + 1 >= path.Length - 1)
            {
                var end = path.IndexOf('\\', i);
                end = end < 0 ? path.Length - 1 : end;
                bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(path[i..end]));
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

        return System.Text.Encoding.UTF8.GetString([.. bytes]);
    }
}
