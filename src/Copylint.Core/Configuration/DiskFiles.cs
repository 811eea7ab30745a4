using Copylint.Git;

namespace Copylint.Configuration;

/// <summary>Configuration files of the disk.</summary>
public sealed class DiskFiles : IConfigurationFiles
{
    private DiskFiles() { }

    /// <summary>The only one.</summary>
    public static DiskFiles Instance { get; } = new();

    /// <inheritdoc/>
    public bool HasFile(string path) => File.Exists(path);

    /// <inheritdoc/>
    public bool HasFolder(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public string Read(string path) => File.ReadAllText(path);

    /// <inheritdoc/>
    public string? RepositoryOf(string folder) => Repository.RootOf(folder);
}
