using Microsoft.Extensions.FileSystemGlobbing;

namespace Copylint.Engine;

/// <summary>Globs of files. A bare name means it at any depth, and a folder means all that is in it.</summary>
internal sealed class GlobSet
{
    private readonly Matcher? _matcher;

    /// <summary>Reads the globs; none match nothing.</summary>
    public GlobSet(IReadOnlyList<string> globs)
    {
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

    /// <summary>Whether one of them matches a relative path with forward slashes.</summary>
    public bool Has(string path) => _matcher is not null && _matcher.Match(path).HasMatches;
}
