using System.Runtime.InteropServices;

namespace Copylint.Storage;

/// <summary>What a path leads to, links followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or nothing that can be asked about.</summary>
    None,

    /// <summary>A file with bytes in it.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe: opening it waits for a writer.</summary>
    Pipe,

    /// <summary>A device, such as a terminal or <c>/dev/zero</c>.</summary>
    Device,

    /// <summary>A socket.</summary>
    Socket,
}

/// <summary>Tells kinds of files without opening them: opening a pipe waits, and a device has no end.</summary>
internal static partial class FileKinds
{
    // Bits of st_mode, the same on all Unixes.
    private const int TypeMask = 0xF000;
    private const int Room = 256;
    private const int ModeAt = 4;

    /// <summary>The kind of what a path leads to.</summary>
    /// <param name="path">A full path.</param>
    public static FileKind Of(string path) => OperatingSystem.IsWindows() ? OfAttributes(path) : OfMode(path);

    /// <summary>The kind in words, for a message.</summary>
    public static string Name(FileKind kind) =>
        kind switch
        {
            FileKind.Folder => "a folder",
            FileKind.Pipe => "a named pipe",
            FileKind.Device => "a device",
            FileKind.Socket => "a socket",
            _ => "something else",
        };

    private static FileKind OfAttributes(string path)
    {
        if (Directory.Exists(path))
            return FileKind.Folder;
        if (!File.Exists(path))
            return FileKind.None;
        return File.GetAttributes(path).HasFlag(FileAttributes.Device) ? FileKind.Device : FileKind.Regular;
    }

    private static unsafe FileKind OfMode(string path)
    {
        // The runtime's own record: flags, mode, owner, group, size, times; with room for what later ones add.
        var status = stackalloc byte[Room];
        if (Stat(path, status) != 0)
            return FileKind.None;
        return (*(int*)(status + ModeAt) & TypeMask) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0x2000 or 0x6000 => FileKind.Device,
            0xC000 => FileKind.Socket,
            _ => FileKind.None,
        };
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Stat(string path, byte* status);
}
