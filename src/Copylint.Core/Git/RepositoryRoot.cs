namespace Copylint.Git;

/// <summary>The folder that paths of logs and baselines start from.</summary>
internal static class RepositoryRoot
{
    // A run asks for one folder again and again.
    private static (string Folder, string Root)? _last;

    /// <summary>The root of the repository that a folder lies in, or the folder itself.</summary>
    public static string Of(string folder)
    {
        if (_last is { } last && last.Folder == folder)
            return last.Root;
        var root = Repository.RootOf(folder) ?? folder;
        _last = (folder, root);
        return root;
    }

    /// <summary>A path as seen from the root, with forward slashes.</summary>
    /// <param name="folder">The folder that the path starts from.</param>
    /// <param name="path">The path.</param>
    public static string PathFrom(string folder, string path) =>
        Path.GetRelativePath(Of(folder), Path.GetFullPath(path, folder)).Replace(Path.DirectorySeparatorChar, '/');
}
