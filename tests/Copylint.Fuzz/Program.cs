using System.Globalization;
using Copylint.Fuzz;

// copylint-fuzz mutate [--seed N] [--seconds S] [--count N] [--folder DIR] [--save DIR] [--kind KIND]
// copylint-fuzz units [--kilobytes N] [--match TEXT]
// copylint-fuzz fixes SEED FOLDER...
// copylint-fuzz fix-times [--match TEXT]
var options = new Dictionary<string, string>(StringComparer.Ordinal);
for (var i = 1; i + 1 < args.Length; i += 2)
    options[args[i]] = args[i + 1];

long Number(string name, long fallback) =>
    options.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : fallback;

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
                options.GetValueOrDefault("--kind")
            ),
            Console.Out
        );
    case "units":
        return RepeatUnits.Measure(
            (int)Number("--kilobytes", 1600),
            options.GetValueOrDefault("--match", ""),
            Console.Out
        );
    case "fixes" when args.Length > 2:
        return FolderProof.Run(args[2..], int.Parse(args[1], CultureInfo.InvariantCulture), Console.Out);
    case "fix-times":
        return FixTimes.Measure(options.GetValueOrDefault("--match", ""), Console.Out);
    default:
        Console.Error.WriteLine(
            "usage: mutate [--seed N] [--seconds S] [--count N] [--folder DIR] [--save DIR] [--kind KIND]"
                + " | units [--kilobytes N] [--match TEXT] | fixes SEED FOLDER... | fix-times [--match TEXT]"
        );
        return 2;
}
