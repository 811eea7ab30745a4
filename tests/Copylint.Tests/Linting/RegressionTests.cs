using Copylint.Fuzz;

namespace Copylint.Tests.Linting;

/// <summary>What once broke a property holds it.</summary>
public sealed class RegressionTests
{
    [Fact]
    public void Found_inputs_break_no_property_again()
    {
        using var output = new StringWriter();
        Assert.True(Regressions.Replay(Regressions.Folder, output) == 0, output.ToString());
        Assert.True(Regressions.Files(Regressions.Folder).Count() > 10);
    }
}
