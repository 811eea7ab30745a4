using System.Text;
using Copylint.Cli;

namespace Copylint.Fuzz;

/// <summary>Runs the whole command on a folder whose configuration, cards, logs or cache are mutated: it ends with 0, 1
/// or 2, never with a defect.</summary>
internal sealed class CommandCheck : IDisposable
{
    private const string ConfigurationName = ".copylint.yml";

    private const string Configuration1 =
        "packs: [house]\nfail-on: error\nrules:\n  CL3001: off\n  CL5: {severity: warning}\n  headlines: error\n"
        + "lexicons:\n  loaded-adjectives:\n    add: [grim]\n    allow: [vile]\noverrides:\n  - files: ['*.md']\n"
        + "    rules: {CL4: off}\nmax-file-size: 2 MB\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("copylint-fuzz-").FullName;
    private readonly byte[] _log;
    private readonly byte[] _baseline;

    /// <summary>Makes the folder, a log and a baseline of it.</summary>
    public CommandCheck()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "house"));
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        File.WriteAllText(Path.Combine(_folder, "a.md"), "It was a vile and shocking plan.\n");
        Run("check", "a.md", "--format", "sarif", "--output", "log.sarif");
        Run("baseline", "write");
        _log = File.ReadAllBytes(Path.Combine(_folder, "log.sarif"));
        _baseline = File.ReadAllBytes(Path.Combine(_folder, ".copylint-baseline.json"));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A configuration.</summary>
    public BrokenInput? Configuration(Mutator mutator) =>
        Configuration(Encoding.UTF8.GetBytes(mutator.Mutate(Configuration1)));

    /// <inheritdoc cref="Configuration(Mutator)"/>
    public BrokenInput? Configuration(byte[] bytes) => Try(ConfigurationName, bytes, ["check", "a.md"]);

    /// <summary>A card or a word list of a pack.</summary>
    public BrokenInput? Card(byte[] bytes)
    {
        File.WriteAllText(Path.Combine(_folder, ConfigurationName), "packs: [house]\n");
        return Try("house/card.yml", bytes, ["check", "a.md"]);
    }

    /// <summary>A log or a baseline.</summary>
    public BrokenInput? Log(Mutator mutator)
    {
        if (mutator.Any([true, false]))
            return Baseline(Changed(mutator, _baseline));
        var log = Changed(mutator, _log);
        return mutator.Any([true, false]) ? Merged(log) : Baseline(log);
    }

    /// <summary>A log or a baseline, read in each way.</summary>
    public BrokenInput? Log(byte[] bytes) => Baseline(bytes) ?? Merged(bytes);

    private BrokenInput? Baseline(byte[] bytes) =>
        Try("base.json", bytes, ["check", "a.md", "--baseline", "base.json"]);

    private BrokenInput? Merged(byte[] bytes) => Try("other.sarif", bytes, ["merge", "log.sarif", "other.sarif"]);

    /// <summary>An entry of the cache.</summary>
    public BrokenInput? Cache(Mutator mutator) => Cache(mutator.Corrupt);

    /// <summary>Bytes in place of an entry of the cache.</summary>
    public BrokenInput? Cache(byte[] bytes) => Cache(_ => bytes);

    private BrokenInput? Cache(Func<byte[], byte[]> change)
    {
        Run("check", "a.md", "--cache");
        var cache = Path.Combine(_folder, ".copylint", "cache");
        var entries = Directory.Exists(cache)
            ? Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 64)
            : [];
        if (entries.Order(StringComparer.Ordinal).FirstOrDefault() is not { } entry)
            return null;
        return Try(
            Path.GetRelativePath(_folder, entry),
            change(File.ReadAllBytes(entry)),
            ["check", "a.md", "--cache"]
        );
    }

    private static byte[] Changed(Mutator mutator, byte[] bytes) =>
        mutator.Any([true, false])
            ? mutator.Corrupt(bytes)
            : Encoding.UTF8.GetBytes(mutator.Mutate(Encoding.UTF8.GetString(bytes)));

    private BrokenInput? Try(string name, byte[] bytes, string[] args)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        try
        {
            var (exit, error) = Run(args);
            return exit is 0 or 1 or 2 ? null : new BrokenInput(Path.GetFileName(name), bytes, error);
        }
#pragma warning disable CA1031 // That anything is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new BrokenInput(Path.GetFileName(name), bytes, exception.ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private (int Exit, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = Cli.Program.Run(args, new Terminal(() => Stream.Null, output, error, _folder));
        return (exit, error.ToString());
    }
}
