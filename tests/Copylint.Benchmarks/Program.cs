using BenchmarkDotNet.Running;
using Copylint.Benchmarks;

if (args is ["throughput", var folder, .. var rest])
    Throughput.Measure(folder, rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 100);
else
    BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
