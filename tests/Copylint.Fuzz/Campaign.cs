using System.Diagnostics;
using System.Text;

namespace Copylint.Fuzz;

/// <summary>What a campaign is to do.</summary>
/// <param name="Seed">Two campaigns with the same seed, count and folder try the same inputs.</param>
/// <param name="Time">How long it may take.</param>
/// <param name="Count">How many inputs of each kind it tries at most where <paramref name="Counts"/> says nothing of
/// it.</param>
/// <param name="Folder">Documents to mutate besides those that are built in, or null.</param>
/// <param name="Save">Where inputs are kept that broke a property, or null.</param>
/// <param name="Counts">How many inputs of the kinds that alone are tried; null for all kinds.</param>
internal sealed record CampaignOptions(
    int Seed,
    TimeSpan Time,
    long Count,
    string? Folder,
    string? Save,
    IReadOnlyDictionary<string, long>? Counts
)
{
    /// <summary>How many inputs of a kind are tried at most.</summary>
    public long CountOf(string kind) => Counts?.GetValueOrDefault(kind) ?? Count;
}

/// <summary>Tries kind after kind of mutated input, in turns, until time or count runs out, and prints a
/// table.</summary>
internal static class Campaign
{
    private const int Turn = 50;
    private const int MaxTold = 20;

    // Documents that several threads lint at once.
    private const int Batch = 8;

    /// <summary>Runs it.</summary>
    /// <returns>0 when every property held.</returns>
    public static int Run(CampaignOptions options, TextWriter output)
    {
        var seeds = Seeds.Load(options.Folder);
        using var commands = new CommandCheck();
        var documents = new DocumentCheck();
        Kind[] kinds =
        [
            new("documents", (mutator, _) => documents.Exceptions(mutator.Document())),
            new("edges", (mutator, _) => documents.Exceptions(mutator.Edge())),
            new("fixes", (mutator, _) => documents.Fixes(mutator.Document())),
            new("encodings", (mutator, _) => documents.Encodings(mutator.Document())),
            new("threads", (mutator, _) =>
                documents.Threads([.. Enumerable.Range(0, Batch).Select(_ => mutator.Document())])
            ),
            new("configurations", (mutator, _) => commands.Configuration(mutator)),
            new("cards", (mutator, _) => documents.Card(Encoding.UTF8.GetBytes(mutator.Card()), mutator.Document())),
            new("packs", (mutator, _) => commands.Card(Encoding.UTF8.GetBytes(mutator.Card()))),
            new("logs", (mutator, _) => commands.Log(mutator)),
            new("caches", (mutator, _) => commands.Cache(mutator)),
        ];
        kinds = [.. kinds.Where(k => options.CountOf(k.Name) > 0)];
        var watch = Stopwatch.StartNew();
        for (var turn = 0; kinds.Any(k => k.Tried < options.CountOf(k.Name)) && watch.Elapsed < options.Time; turn++)
        {
            foreach (var kind in kinds)
                Try(kind, turn, seeds, options, watch, output);
        }

        output.WriteLine($"{"kind", -16}{"tried", 10}{"broken", 8}{"slowest ms", 12}{"in all s", 10}");
        foreach (var kind in kinds)
            output.WriteLine(
                $"{kind.Name, -16}{kind.Tried, 10}{kind.Broken, 8}{kind.Slowest.TotalMilliseconds, 12:0}{kind.Spent.TotalSeconds, 10:0}"
            );
        return kinds.Any(k => k.Broken > 0) ? 1 : 0;
    }

    private static void Try(
        Kind kind,
        int turn,
        Seeds seeds,
        CampaignOptions options,
        Stopwatch watch,
        TextWriter output
    )
    {
        for (var i = 0; i < Turn && kind.Tried < options.CountOf(kind.Name) && watch.Elapsed < options.Time; i++)
        {
            // One number makes the input: it can be made again alone.
            var number = HashCode(options.Seed, kind.Name, turn * Turn + i);
            var started = watch.Elapsed;
            var broken = kind.Check(new Mutator(number, seeds), number);
            kind.Count(watch.Elapsed - started, broken is not null);
            if (broken is null)
                continue;
            if (kind.Broken <= MaxTold)
                output.WriteLine($"{kind.Name} {number}: {broken.Problem.Split('\n')[0]}");
            if (options.Save is null)
                continue;
            Directory.CreateDirectory(options.Save);
            File.WriteAllBytes(Path.Combine(options.Save, $"{kind.Name}-{(uint)number}-{broken.Name}"), broken.Bytes);
        }
    }

    // The same on every machine and in every run.
    private static int HashCode(int seed, string kind, int number)
    {
        var hash = 17u;
        foreach (var c in $"{seed}/{kind}/{number}")
            hash = (hash ^ c) * 16777619u;
        return (int)hash;
    }

    private sealed class Kind(string name, Func<Mutator, int, BrokenInput?> check)
    {
        public string Name => name;

        public Func<Mutator, int, BrokenInput?> Check => check;

        public long Tried { get; private set; }

        public long Broken { get; private set; }

        public TimeSpan Slowest { get; private set; }

        public TimeSpan Spent { get; private set; }

        public void Count(TimeSpan spent, bool isBroken)
        {
            Tried++;
            Broken += isBroken ? 1 : 0;
            Spent += spent;
            Slowest = spent > Slowest ? spent : Slowest;
        }
    }
}

/// <summary>An input that broke a property.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Bytes">The input.</param>
/// <param name="Problem">What did not hold.</param>
internal sealed record BrokenInput(string Name, byte[] Bytes, string Problem);

/// <summary>A document to lint.</summary>
/// <param name="Name">Its name; the ending tells the format.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record FuzzedDocument(string Name, byte[] Bytes);
