namespace Copylint.Configuration;

/// <summary>Where configuration files are read from: the disk, or memory.</summary>
public interface IConfigurationFiles
{
    /// <summary>Whether there is a file.</summary>
    /// <param name="path">Its full path.</param>
    bool HasFile(string path);

    /// <summary>Whether there is a folder.</summary>
    /// <param name="path">Its full path.</param>
    bool HasFolder(string path);

    /// <summary>The text of a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    string Read(string path);

    /// <summary>The root of the repository that a folder lies in, as a full path; null where there is none.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    string? RepositoryOf(string folder);

    /// <summary>Whether a path leads out of a folder by links; memory has none.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="path">The path, as a full path that is written as one in the folder.</param>
    bool LeadsOut(string folder, string path) => false;
}
