namespace Copylint.Configuration;

/// <summary>Globs of files, from a folder. A bare name means it at any depth below, and a folder means all that is in
/// it.</summary>
public sealed class GlobSet
{
    private readonly string _folder;
    private readonly List<Glob> _globs = [];

    /// <summary>Reads the globs; none match nothing.</summary>
    /// <param name="folder">The folder that they start from, as a full path.</param>
    /// <param name="globs">The globs, with forward slashes.</param>
    /// <exception cref="FormatException">One of them can never match.</exception>
    public GlobSet(string folder, IReadOnlyList<string> globs)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(globs);
        _folder = folder;
        Globs = globs;
        foreach (var glob in globs)
        {
            if (Glob.ProblemOf(glob) is { } problem)
                throw new FormatException(problem);
            _globs.Add(Glob.Parse(glob.TrimEnd('/').Contains('/') ? glob : "**/" + glob));
        }
    }

    /// <summary>The globs, as they were written.</summary>
    public IReadOnlyList<string> Globs { get; }

    /// <summary>Whether one of them matches a file; none matches a file outside the folder.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public bool Has(string fullPath)
    {
        if (_globs.Count == 0)
            return false;
        var path = Path.GetRelativePath(_folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        return !path.StartsWith("../", StringComparison.Ordinal) && _globs.Exists(g => g.Matches(path, andBelow: true));
    }
}
