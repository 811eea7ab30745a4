namespace Copylint.Git;

/// <summary>The repository that a folder lies in.</summary>
internal static class Repository
{
    /// <summary>Its root, as a full path; null where there is none.</summary>
    public static string? RootOf(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, ".git")))
                return current.FullName;
        }

        return null;
    }
}
