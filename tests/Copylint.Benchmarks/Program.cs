using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Copylint.Benchmarks.StageBenchmarks).Assembly).Run(args);
