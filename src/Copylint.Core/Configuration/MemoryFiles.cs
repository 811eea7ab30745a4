namespace Copylint.Configuration;

/// <summary>Configuration files that are given: for a service, a test, or an editor whose buffers are not saved
/// yet.</summary>
/// <param name="files">The texts by full path.</param>
/// <param name="beneath">Where what is not given is looked up; null for nowhere.</param>
public sealed class MemoryFiles(IReadOnlyDictionary<string, string> files, IConfigurationFiles? beneath = null)
    : IConfigurationFiles
{
    /// <inheritdoc/>
    public bool HasFile(string path) => files.ContainsKey(path) || beneath?.HasFile(path) == true;

    /// <inheritdoc/>
    public bool HasFolder(string path) => files.Keys.Any(f => IsIn(f, path)) || beneath?.HasFolder(path) == true;

    /// <inheritdoc/>
    public string Read(string path) =>
        files.TryGetValue(path, out var text) ? text
        : beneath is not null ? beneath.Read(path)
        : throw new FileNotFoundException($"there is no '{path}'");

    /// <inheritdoc/>
    public string? RepositoryOf(string folder) => beneath?.RepositoryOf(folder);

    private static bool IsIn(string file, string folder) =>
        file.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
