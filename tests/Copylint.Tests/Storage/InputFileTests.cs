using Copylint.Storage;

namespace Copylint.Tests.Storage;

/// <summary>Files of the system say that they are empty: what they hold is read, and nothing is waited for.</summary>
public sealed class InputFileTests
{
    [Fact]
    public void What_a_file_of_the_system_holds_is_read()
    {
        if (OperatingSystem.IsLinux())
            Assert.Contains("Name:", InputFile.ReadText("/proc/self/status", InputFile.MaxConfiguration));
    }

    [Fact]
    public async Task A_file_that_waits_for_what_is_to_come_is_told()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/proc/kmsg"))
            return;
        // The messages of the kernel: whoever may read them waits for the next one.
        var reading = Task.Run(() => Record.Exception(() => InputFile.Read("/proc/kmsg", InputFile.MaxConfiguration)));
        var problem = await reading.WaitAsync(TimeSpan.FromMinutes(1));
        if (problem is not UnauthorizedAccessException)
            Assert.Contains("would wait", Assert.IsType<IOException>(problem).Message);
    }
}
