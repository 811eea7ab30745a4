using Microsoft.Extensions.FileSystemGlobbing;

namespace Copylint.Configuration;

/// <summary>Globs of files, from a folder. A bare name means it at any depth below, and a folder means all that is in it.</summary>
public sealed class GlobSet
{
    private readonly string _folder;
    private readonly Matcher? _matcher;

    /// <summary>Reads the globs; none match nothing.</summary>
    /// <param name="folder">The folder that they start from, as a full path.</param>
    /// <param name="globs">The globs, with forward slashes.</param>
    public GlobSet(string folder, IReadOnlyList<string> globs)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(globs);
        _folder = folder;
        Globs = globs;
        if (globs.Count == 0)
            return;
        _matcher = new Matcher(StringComparison.Ordinal);
        foreach (var glob in globs)
        {
            var pattern = glob.TrimEnd('/');
            _matcher.AddInclude(pattern);
            if (!pattern.Contains('/'))
                _matcher.AddInclude("**/" + pattern);
            if (!pattern.EndsWith('*'))
                _matcher.AddInclude((pattern.Contains('/') ? pattern : "**/" + pattern) + "/**");
        }
    }

    /// <summary>The globs, as they were written.</summary>
    public IReadOnlyList<string> Globs { get; }

    /// <summary>Whether one of them matches a file; none matches a file outside the folder.</summary>
    /// <param name="fullPath">The file, as a full path.</param>
    public bool Has(string fullPath)
    {
        if (_matcher is null)
            return false;
        var path = Path.GetRelativePath(_folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        return !path.StartsWith("../", StringComparison.Ordinal) && _matcher.Match(path).HasMatches;
    }
}
