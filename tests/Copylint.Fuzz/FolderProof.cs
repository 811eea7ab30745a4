using Copylint.Catalog;
using Copylint.Linting;
using Copylint.Rules;
using Copylint.Storage;

namespace Copylint.Fuzz;

/// <summary>Tries <see cref="FixProof"/> on every file of folders, and prints what does not hold.</summary>
internal static class FolderProof
{
    private const int Threads = 2;
    private const int Sets = 3;

    /// <summary>Runs it.</summary>
    /// <param name="folders">The folders, each read with its own configuration.</param>
    /// <param name="seed">What the sets of fixes are drawn by.</param>
    /// <param name="output">Receives a line for each file that breaks a property, and the counts.</param>
    /// <returns>0 when every property held.</returns>
    public static int Run(IEnumerable<string> folders, int seed, TextWriter output)
    {
        var broken = 0;
        foreach (var folder in folders)
            broken += Try(Path.GetFullPath(folder), seed, output);
        return broken > 0 ? 1 : 0;
    }

    private static int Try(string folder, int seed, TextWriter output)
    {
        var workspace = new Workspace(
            folder,
            _ => new RuleCatalogBuilder().AddBuiltInRules().Build(),
            new WorkspaceOptions { UsesCache = false }
        );
        var session = new LintSession(workspace);
        session.Find([]);
        var judged = new Dictionary<string, FileReport>(StringComparer.Ordinal);
        session.Run(Threads, report =>
        {
            if (report.IsContinuation)
                judged[report.Path] = report;
        });
        int files = 0,
            applied = 0,
            broken = 0;
        LintRun.Run(
            file =>
            {
                var proof = new FixProof(session.LinterOf(file.Path), Sets);
                var problem = file.Problem is null
                    ? proof.Broken(
                        file.Path,
                        InputFile.Read(file.FullPath, workspace.MaxBytes),
                        seed,
                        judged.GetValueOrDefault(file.Path)
                    )
                    : null;
                return new Tried(file.Path, proof.Applied, problem);
            },
            session.Files,
            Threads,
            tried =>
            {
                files++;
                applied += tried.Applied;
                if (tried.Problem is null)
                    return;
                broken++;
                output.WriteLine($"{Path.Combine(folder, tried.Path)}: {tried.Problem}");
            }
        );
        output.WriteLine($"{folder}: {files} files, {applied} fixes in all sets, {broken} files broken");
        return broken;
    }

    private sealed record Tried(string Path, int Applied, string? Problem);
}
