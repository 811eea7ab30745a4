using Copylint.Analysis.Time;

namespace Copylint.Analysis.Figures;

/// <summary>One figure of the copy: a number with its currency or unit, as exact as it is written.</summary>
public readonly record struct Quantity
{
    /// <summary>All of its tokens, with currency and unit.</summary>
    public TokenRange Tokens { get; init; }

    /// <summary>The tokens of the number, with its magnitude.</summary>
    public TokenRange Number { get; init; }

    /// <summary>Index of the first token of the words before it that tell how near it is; of its own first where there
    /// are none.</summary>
    public int Lead { get; init; }

    /// <summary>Index of the sentence that it stands in.</summary>
    public int Sentence { get; init; }

    /// <summary>What it counts or names.</summary>
    public QuantityKind Kind { get; init; }

    /// <summary>The value, with its magnitude: 4,500,000 for "4.5 million".</summary>
    public double Value { get; init; }

    /// <summary>The number as written: 4.5 for "4.5 million".</summary>
    public double Mantissa { get; init; }

    /// <summary>What the word behind the number multiplies it by; 1 where there is none.</summary>
    public double Magnitude { get; init; }

    /// <summary>Half a unit of the last digit that is given: 50,000 for "4.5 million". Zeros at the end of a whole
    /// number count as given.</summary>
    public double Tolerance { get; init; }

    /// <summary>Digits from the first that is not zero to the last that is given; zeros at the end of a whole number do
    /// not count.</summary>
    public int SignificantDigits { get; init; }

    /// <summary>How near the number is said to be.</summary>
    public Approximation Approximation { get; init; }

    /// <summary>What joins it to the figure before it.</summary>
    public QuantityJoin Join { get; init; }

    /// <summary>The currency of a sum of money; null where none is written.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The unit of a measure.</summary>
    public MeasureUnit? Unit { get; init; }

    /// <summary>Whether it is written in words.</summary>
    public bool IsInWords { get; init; }

    /// <summary>Whether its unit, currency or magnitude is that of the other end of its range.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Whether its magnitude or half of the day cannot be told for sure: the 5 of "from $5 to $6
    /// million".</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The least that a reader may take it for, by its last digit.</summary>
    public double Low => Value - Tolerance;

    /// <summary>The most.</summary>
    public double High => Value + Tolerance;

    /// <summary>Whether it is an amount: no year, date, time of day or label.</summary>
    public bool IsAmount => Kind <= QuantityKind.Fraction;

    /// <summary>Whether two figures are of one kind, currency or unit.</summary>
    public bool IsLike(in Quantity other) =>
        Kind == other.Kind && Currency == other.Currency && Unit == other.Unit && IsAmount;
}
