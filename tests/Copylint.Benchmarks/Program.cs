using BenchmarkDotNet.Running;
using Copylint.Benchmarks;

if (args is ["lint", var articles, var count])
    Throughput.Lint(articles, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
else if (args is ["throughput", var folder, .. var rest])
    Throughput.Measure(
        folder,
        rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100
    );
else
    BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
