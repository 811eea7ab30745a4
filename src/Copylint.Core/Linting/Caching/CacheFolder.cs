using Copylint.Git;
using Copylint.Storage;

namespace Copylint.Linting.Caching;

/// <summary>
/// Where reports are kept: a folder of the tree, and so one that somebody else could have prepared. It is used only
/// where it really lies in its place and came with
/// no commit: what a commit brings would be taken for reports of one's own, and what a link leads to would be written
/// and deleted.
/// </summary>
internal static class CacheFolder
{
    /// <summary>The folder, whether it exists already or not; null where it must not be used.</summary>
    /// <param name="parent">The folder that it lies in, as a full path.</param>
    /// <param name="git">The program that knows what is committed, or null.</param>
    /// <param name="problem">Receives why it is not used.</param>
    public static string? Find(string parent, GitProcess? git, Action<string> problem)
    {
        var folder = Path.Combine(parent, ".copylint", "cache");
        var why = ProblemOf(parent, folder, git);
        if (why is null)
            return folder;
        problem($"the cache '{folder}' is not used: {why}");
        return null;
    }

    private static string? ProblemOf(string parent, string folder, GitProcess? git)
    {
        if (RealPath.Of(folder) != Path.Combine(RealPath.Of(parent), ".copylint", "cache"))
            return "it is a link, or lies behind one";
        if (!Path.Exists(folder))
            return null;
        if (!Directory.Exists(folder))
            return "it is no folder";
        if (Path.Exists(Path.Combine(folder, ".git")))
            return "it is a repository of its own";
        return Repository.RootOf(folder) is null ? null : TrackedProblem(folder, git);
    }

    private static string? TrackedProblem(string folder, GitProcess? git)
    {
        try
        {
            if (git is null)
                return "there is no git on the search path to say whether it is committed";
            return git.Run(folder, "ls-files", "--cached", "-z", "--", ".").Length == 0
                ? null
                : "it is committed: remove it with 'git rm -r --cached', and ignore it";
        }
        catch (GitException exception)
        {
            return exception.Message;
        }
    }
}
