using Copylint.Storage;

namespace Copylint.Git;

/// <summary>The repository that a folder lies in.</summary>
internal static class Repository
{
    /// <summary>Its root, as a full path; null where there is none.</summary>
    public static string? RootOf(string folder) =>
        Ancestors.Of(folder).FirstOrDefault(f => Path.Exists(Path.Combine(f, ".git")));
}
