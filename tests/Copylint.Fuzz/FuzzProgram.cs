using System.Globalization;

namespace Copylint.Fuzz;

/// <summary>The command line.</summary>
/// <remarks>
/// <c>copylint-fuzz mutate [--seed N] [--seconds S] [--count N] [--folder DIR] [--save DIR]
/// [--kind KIND[:COUNT],...]</c>
/// <c>copylint-fuzz replay [FOLDER]</c>
/// <c>copylint-fuzz units [--kilobytes N] [--match TEXT]</c>
/// <c>copylint-fuzz fixes SEED FOLDER...</c>
/// <c>copylint-fuzz fix-times [--match TEXT]</c>
/// </remarks>
internal static class FuzzProgram
{
    private static int Main(string[] args)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i + 1 < args.Length; i += 2)
            options[args[i]] = args[i + 1];

        switch (args.FirstOrDefault())
        {
            case "mutate":
                return Campaign.Run(
                    new CampaignOptions(
                        (int)Number("--seed", 1),
                        TimeSpan.FromSeconds(Number("--seconds", 60)),
                        Number("--count", long.MaxValue),
                        options.GetValueOrDefault("--folder"),
                        options.GetValueOrDefault("--save"),
                        options
                            .GetValueOrDefault("--kind")
                            ?.Split(',')
                            .Select(k => k.Split(':'))
                            .ToDictionary(
                                k => k[0],
                                k =>
                                    k.Length > 1
                                        ? long.Parse(k[1], CultureInfo.InvariantCulture)
                                        : Number("--count", long.MaxValue)
                            )
                    ),
                    Console.Out
                );
            case "units":
                return RepeatUnits.Measure(
                    (int)Number("--kilobytes", 1600),
                    options.GetValueOrDefault("--match", ""),
                    Console.Out
                );
            case "replay":
                return Regressions.Replay(args.ElementAtOrDefault(1) ?? Regressions.Folder, Console.Out);
            case "fixes" when args.Length > 2:
                return FolderProof.Run(args[2..], int.Parse(args[1], CultureInfo.InvariantCulture), Console.Out);
            case "fix-times":
                return FixTimes.Measure(options.GetValueOrDefault("--match", ""), Console.Out);
            default:
                Console.Error.WriteLine(
                    "usage: mutate [--seed N] [--seconds S] [--count N] [--folder DIR] [--save DIR]"
                        + " [--kind KIND[:COUNT],...] | replay [FOLDER] | units [--kilobytes N] [--match TEXT]"
                        + " | fixes SEED FOLDER... | fix-times [--match TEXT]"
                );
                return 2;
        }

        long Number(string name, long fallback) =>
            options.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : fallback;
    }
}
