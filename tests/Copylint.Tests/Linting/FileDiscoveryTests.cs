using Copylint.Configuration;
using Copylint.Linting;
using Copylint.Tests.Support;

namespace Copylint.Tests.Linting;

public sealed class FileDiscoveryTests
{
    private static TemporaryFolder Tree()
    {
        var folder = new TemporaryFolder();
        foreach (
            var name in new[]
            {
                "a.txt",
                "b/c.txt",
                "b/d.dat",
                "b/drafts/e.txt",
                ".git/f.txt",
                "node_modules/g.txt",
                "h.cs",
            }
        )
            folder.Write(name, "x");
        return folder;
    }

    [Theory]
    [InlineData(".", "", "", "a.txt b/c.txt b/drafts/e.txt")]
    [InlineData("b", "", "", "b/c.txt b/drafts/e.txt")]
    [InlineData("h.cs", "", "", "h.cs")]
    [InlineData(".", "**/*.dat", "", "a.txt b/c.txt b/d.dat b/drafts/e.txt")]
    [InlineData(".", "", "drafts", "a.txt b/c.txt")]
    [InlineData(".", "", "b/drafts/**", "a.txt b/c.txt")]
    [InlineData("**/*.txt", "", "drafts/", "a.txt b/c.txt")]
    [InlineData("b/*.txt", "", "", "b/c.txt")]
    public void Paths_folders_and_globs_name_files(string path, string include, string exclude, string expected)
    {
        using var folder = Tree();
        string[] List(string globs) => globs.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            List(expected),
            FileDiscovery
                .Find(
                    folder.Path,
                    [path],
                    new GlobSet(folder.Path, List(include)).Has,
                    new GlobSet(folder.Path, List(exclude)).Has
                )
                .Select(f => f.Path)
                .Where(p => !p.StartsWith(".git/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_wrong_path_is_told_with_the_nearest_name()
    {
        using var folder = Tree();
        Assert.Equal(
            "no such file or folder: 'b/c.text'; did you mean 'b/c.txt'?",
            Assert
                .Throws<PathNotFoundException>(() =>
                    FileDiscovery.Find(folder.Path, ["b/c.text"], _ => false, _ => false)
                )
                .Message
        );
        Assert.Equal(
            "no file matches '*.html'",
            Assert
                .Throws<PathNotFoundException>(() =>
                    FileDiscovery.Find(folder.Path, ["*.html"], _ => false, _ => false)
                )
                .Message
        );
    }
}
