using Copylint.Storage;

namespace Copylint.Git;

/// <summary>What the files of a Git repository say of its state; no program is run.</summary>
/// <param name="RepositoryUri">The address of the remote <c>origin</c>, without user name and password.</param>
/// <param name="Revision">The commit, in hexadecimal, or null.</param>
/// <param name="Branch">The branch, or null for a detached head.</param>
public sealed record RepositoryState(string RepositoryUri, string? Revision, string? Branch)
{
    /// <summary>The state of the repository that a folder lies in, or null when there is none with a remote.</summary>
    public static RepositoryState? Read(string folder)
    {
        foreach (var git in Ancestors.Of(folder).Select(f => Path.Combine(f, ".git")).Where(Directory.Exists))
        {
            try
            {
                return Remote(Path.Combine(git, "config")) is { } remote ? WithHead(git, remote) : null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    private static RepositoryState WithHead(string git, string remote)
    {
        var head = File.ReadAllText(Path.Combine(git, "HEAD")).Trim();
        if (!head.StartsWith("ref: ", StringComparison.Ordinal))
            return new RepositoryState(remote, head, null);
        var name = head[5..];
        var file = Path.Combine(git, name);
        string? revision = null;
        if (File.Exists(file))
        {
            revision = File.ReadAllText(file).Trim();
        }
        else if (File.Exists(Path.Combine(git, "packed-refs")))
        {
            revision = File.ReadLines(Path.Combine(git, "packed-refs"))
                .FirstOrDefault(l => l.EndsWith(" " + name, StringComparison.Ordinal))
                ?.Split(' ')[0];
        }

        return new RepositoryState(
            remote,
            revision,
            name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name["refs/heads/".Length..] : name
        );
    }

    private static string? Remote(string config)
    {
        var isOrigin = false;
        foreach (var line in File.ReadLines(config).Select(l => l.Trim()))
        {
            if (line.StartsWith('['))
                isOrigin = line == "[remote \"origin\"]";
            else if (isOrigin && line.Split('=', 2) is [var key, var value] && key.Trim() == "url")
                return AsUri(value.Trim());
        }

        return null;
    }

    // git@host:owner/name is an address of Git's own; what stands before @ is nobody else's business.
    private static string? AsUri(string url)
    {
        if (
            !url.Contains("://", StringComparison.Ordinal)
            && url.IndexOf(':') is > 1 and var colon
            && !Path.IsPathRooted(url)
        )
            url = $"ssh://{url[..colon]}/{url[(colon + 1)..].TrimStart('/')}";
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ssh" or "git"
            ? new UriBuilder(uri) { UserName = "", Password = "" }.Uri.ToString()
            : null;
    }
}
