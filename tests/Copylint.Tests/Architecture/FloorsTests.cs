using Copylint.Diagnostics;
using Copylint.Reports;
using Copylint.Rules;
using Copylint.Text;

namespace Copylint.Tests.Architecture
{
    /// <summary>What the plan of the house says must never be, as far as it shows in the assemblies.</summary>
    public sealed class FloorsTests
    {
        private static readonly string[] Core =
        [
            "Text",
            "Storage",
            "Git",
            "Yaml",
            "Calendar",
            "Documents",
            "Language",
            "Analysis",
            "Diagnostics",
            "Matchers",
            "Cards",
            "Catalog",
            "Configuration",
            "Linting",
        ];

        [Fact]
        public void A_folder_of_the_core_knows_only_those_below_it() =>
            Assert.Empty(new Floors("Copylint", Core).UpwardArrows(typeof(SourceText).Assembly));

        [Fact]
        public void An_arrow_that_leads_up_is_found()
        {
            var floors = new Floors("Copylint.Tests.Architecture.Sample", ["Cellar", "Attic"]);
            Assert.Equal(
                [
                    "Copylint.Tests.Architecture.Sample.Cellar.Boiler knows Copylint.Tests.Architecture.Sample.Attic.Window",
                    "Copylint.Tests.Architecture.Sample.Yard.Gate stands on no floor",
                ],
                floors.UpwardArrows(typeof(FloorsTests).Assembly)
            );
        }

        [Fact]
        public void Reports_know_the_core_alone() =>
            Assert.Equal(
                [typeof(SourceText).Assembly.GetName().Name],
                typeof(IReporter)
                    .Assembly.GetReferencedAssemblies()
                    .Select(a => a.Name)
                    .Where(n => n!.StartsWith("Copylint", StringComparison.OrdinalIgnoreCase))
            );

        [Fact]
        public void No_analyzer_has_a_field_that_changes() =>
            Assert.Empty(
                typeof(BuiltInRules)
                    .Assembly.GetTypes()
                    .Where(t => t.IsSubclassOf(typeof(Analyzer)))
                    .SelectMany(t =>
                        t.GetFields(
                            System.Reflection.BindingFlags.Instance
                                | System.Reflection.BindingFlags.Public
                                | System.Reflection.BindingFlags.NonPublic
                        )
                    )
                    .Where(f => !f.IsInitOnly)
                    .Select(f => $"{f.DeclaringType!.Name}.{f.Name}")
            );
    }
}

namespace Copylint.Tests.Architecture.Sample.Cellar
{
    internal sealed class Boiler
    {
        public static int Glow() => Attic.Window.Panes();
    }

    internal sealed class Pipe;
}

namespace Copylint.Tests.Architecture.Sample.Attic
{
    internal sealed class Window
    {
        public static int Panes() => new Cellar.Pipe().GetHashCode();
    }
}

namespace Copylint.Tests.Architecture.Sample.Yard
{
    internal sealed class Gate;
}
