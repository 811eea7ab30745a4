namespace Copylint.Text;

/// <summary>The encodings that copy is read in.</summary>
public enum SourceEncoding
{
    /// <summary>UTF-8, with or without a byte-order mark.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows-1252, which Latin-1 is a part of.</summary>
    Windows1252,
}
