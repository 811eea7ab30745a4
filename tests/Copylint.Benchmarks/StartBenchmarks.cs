using BenchmarkDotNet.Attributes;
using Copylint.Catalog;
using Copylint.Rules;

namespace Copylint.Benchmarks;

/// <summary>What every start pays: reading the built-in cards and compiling the automaton.</summary>
[MemoryDiagnoser]
public class StartBenchmarks
{
    [Benchmark]
    public int LoadRules() => new RuleCatalogBuilder().AddBuiltInRules().Build().Rules.Count;
}
