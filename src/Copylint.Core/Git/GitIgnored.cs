using Copylint.Storage;

namespace Copylint.Git;

/// <summary>What Git ignores, as Git itself tells it, asked once for each repository; nothing where there is
/// none.</summary>
/// <param name="git">The program, or null where there is none.</param>
/// <param name="folder">The working folder: what lies below it is asked for together.</param>
/// <param name="problem">Receives why it is not known, in a repository that Git does not tell of.</param>
internal sealed class GitIgnored(GitProcess? git, string folder, Action<string> problem)
{
    private readonly Dictionary<string, HashSet<string>> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Whether Git ignores a file, or a folder with a slash at its end.</summary>
    /// <param name="path">A full path.</param>
    public bool Has(string path)
    {
        if (RealPath.IsWithin(folder, path))
            return Under(folder).Contains(path);
        foreach (var (known, ignored) in _byFolder)
        {
            if (known != folder && RealPath.IsWithin(known, path))
                return ignored.Contains(path);
        }

        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? path;
        return Under(Repository.RootOf(parent) ?? parent).Contains(path);
    }

    private HashSet<string> Under(string start)
    {
        if (_byFolder.TryGetValue(start, out var known))
            return known;
        return _byFolder[start] = Repository.RootOf(start) is null ? [] : Ask(start);
    }

    private HashSet<string> Ask(string start)
    {
        try
        {
            return
            [
                .. (git ?? throw new GitException("there is no git on the search path outside the linted tree"))
                    .Run(start, "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")
                    .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                    .Select(p => Path.Combine(start, p)),
            ];
        }
        catch (GitException exception)
        {
            problem($"what Git ignores is linted too, because Git does not tell it: {exception.Message}");
            return [];
        }
    }
}
