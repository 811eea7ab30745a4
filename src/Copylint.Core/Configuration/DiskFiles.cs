using Copylint.Git;
using Copylint.Storage;

namespace Copylint.Configuration;

/// <summary>Configuration files of the disk.</summary>
public sealed class DiskFiles : IConfigurationFiles
{
    private DiskFiles() { }

    /// <summary>The only one.</summary>
    public static DiskFiles Instance { get; } = new();

    /// <inheritdoc/>
    public bool HasFile(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    /// <inheritdoc/>
    public bool HasFolder(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public string Read(string path) => InputFile.ReadText(path, InputFile.MaxConfiguration);

    /// <inheritdoc/>
    public string? RepositoryOf(string folder) => Repository.RootOf(folder);

    /// <inheritdoc/>
    public bool LeadsOut(string folder, string path) => !RealPath.IsInside(folder, path);
}
