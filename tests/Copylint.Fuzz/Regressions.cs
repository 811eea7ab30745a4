namespace Copylint.Fuzz;

/// <summary>Inputs that once broke a property, each a file that is named after the kind of input that it is:
/// <c>encodings-stop-before-a-break.txt</c>. A document is tried with the properties of all documents.</summary>
internal sealed class Regressions : IDisposable
{
    private static readonly FuzzedDocument Article = new("a.md", "It was a vile and shocking plan.\n"u8.ToArray());

    private readonly DocumentCheck _documents = new();
    private readonly CommandCheck _commands = new();

    /// <summary>Where they are kept.</summary>
    public static string Folder => Path.Combine(Seeds.Root(), "tests", "Copylint.Fuzz", "Regressions");

    /// <summary>The files of a folder, in order of name.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal);

    /// <summary>Tries all files of a folder.</summary>
    /// <returns>0 when every property held.</returns>
    public static int Replay(string folder, TextWriter output)
    {
        using var regressions = new Regressions();
        int tried = 0,
            broken = 0;
        foreach (var file in Files(folder))
        {
            tried++;
            if (regressions.Broken(file) is not { } problem)
                continue;
            broken++;
            output.WriteLine($"{Path.GetFileName(file)}: {problem}");
        }

        output.WriteLine($"{tried} files, {broken} broken");
        return broken == 0 ? 0 : 1;
    }

    /// <summary>What does not hold of a file, or null.</summary>
    public string? Broken(string file)
    {
        var name = Path.GetFileName(file);
        var bytes = File.ReadAllBytes(file);
        var broken = name.Split('-')[0] switch
        {
            "configurations" => _commands.Configuration(bytes),
            "cards" or "packs" => _documents.Card(bytes, Article) ?? _commands.Card(bytes),
            "logs" => _commands.Log(bytes),
            "caches" => _commands.Cache(bytes),
            _ => OfDocument(new FuzzedDocument(name, bytes)),
        };
        return broken?.Problem;
    }

    /// <inheritdoc/>
    public void Dispose() => _commands.Dispose();

    private BrokenInput? OfDocument(FuzzedDocument document) =>
        _documents.Exceptions(document)
        ?? _documents.Fixes(document)
        ?? _documents.Encodings(document)
        ?? _documents.Threads([document, document]);
}
