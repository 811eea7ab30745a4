namespace Copylint.Analysis.Figures;

/// <summary>What a unit measures: only units of one dimension convert into each other.</summary>
public enum Dimension : byte
{
    /// <summary>Length, in metres.</summary>
    Length,

    /// <summary>Area, in square metres.</summary>
    Area,

    /// <summary>Mass, in kilograms.</summary>
    Mass,

    /// <summary>Volume, in litres.</summary>
    Volume,

    /// <summary>Speed, in kilometres an hour.</summary>
    Speed,

    /// <summary>Temperature, in degrees Celsius.</summary>
    Temperature,

    /// <summary>Angle, in degrees; a temperature whose scale is not named too.</summary>
    Angle,

    /// <summary>Pressure, in bar.</summary>
    Pressure,

    /// <summary>Energy, in kilojoules.</summary>
    Energy,

    /// <summary>Power, in kilowatts.</summary>
    Power,

    /// <summary>Time, in seconds; months and years in their mean length.</summary>
    Time,
}
