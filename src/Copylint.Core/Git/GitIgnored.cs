namespace Copylint.Git;

/// <summary>What Git ignores, as Git itself tells it; nothing where there is no repository or no Git.</summary>
internal static class GitIgnored
{
    /// <summary>The ignored files, and the ignored folders with a slash at the end, under a folder, as full paths.</summary>
    public static HashSet<string> Under(string folder)
    {
        if (Repository.RootOf(folder) is null)
            return [];
        try
        {
            return
            [
                .. GitProcess
                    .Run(folder, "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")
                    .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                    .Select(p => Path.Combine(folder, p)),
            ];
        }
        catch (GitException)
        {
            return [];
        }
    }
}
