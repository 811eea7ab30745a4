using Copylint.Documents;
using Copylint.Language;

namespace Copylint.Analysis.Names;

/// <summary>
/// Finds the names that a document spells in two ways. Two forms that are a slip apart are one name only where
/// something says so: the same first name before them, the same name after them, a full name for one and none for the
/// other; people with a first name each are two.
/// </summary>
internal sealed class NameDriftFinder
{
    // Comparisons of one document: two hundred forms need some thousands. More is a file made to take long.
    private const int MaxCompared = 100_000;

    // Where nothing stands beside them short names are alike by chance.
    private const int Shortest = 4;
    private const int ShortestFree = 5;

    // Of so many numbers a sentence is a row of a table; edges of four and five in name-drifts.txt.
    private const int NumbersOfTable = 5;

    // How often the usual form stands for each place of the odd one, where that stands more than once.
    private const int Majority = 3;

    private readonly DocumentAnalysis _analysis;
    private readonly NameTable _table;
    private readonly List<NameDrift> _drifts = [];
    private readonly HashSet<int> _odd = [];
    private int _compared;

    private NameDriftFinder(DocumentAnalysis analysis, NameTable table)
    {
        _analysis = analysis;
        _table = table;
    }

    /// <summary>The drifts of a document in the order of their places.</summary>
    public static IReadOnlyList<NameDrift> Find(DocumentAnalysis analysis, NameTable table)
    {
        var finder = new NameDriftFinder(analysis, table);
        finder.CompareForms();
        finder.CompareAccents();
        return [.. finder._drifts.OrderBy(d => d.Odd[0].Tokens.First)];
    }

    // Sorted by first letter and length: a form meets those of its letter that are two letters longer at most.
    private void CompareForms()
    {
        var forms = _table.Forms.Where(f => f.Key.Length >= Shortest).ToArray();
        Array.Sort(forms, static (a, b) => Order(a) != Order(b) ? Order(a) - Order(b) : a.Index - b.Index);
        for (var i = 0; i < forms.Length; i++)
        {
            for (
                var j = i + 1;
                j < forms.Length
                    && forms[j].Key[0] == forms[i].Key[0]
                    && forms[j].Key.Length <= forms[i].Key.Length + 2
                    && ++_compared < MaxCompared;
                j++
            )
            {
                if (NameDistance.MayBeSlip(forms[i], forms[j]))
                    Judge(forms[i], forms[j]);
            }
        }

        CompareOtherFirstLetters(forms);
    }

    private static int Order(NameForm form) => form.Key[0] * (NameFolding.MaxLength + 1) + form.Key.Length;

    // "Cathy Roe", "Kathy Roe": names that begin otherwise meet beside the same name.
    private void CompareOtherFirstLetters(NameForm[] forms)
    {
        var beside = new Dictionary<int, List<NameForm>>();
        foreach (var form in forms)
        {
            foreach (var mention in form.Mentions)
            {
                var (before, after) = (_table.Mentions[mention].Before, _table.Mentions[mention].After);
                if (before >= 0)
                    Meet(before * 2, form);
                if (after >= 0)
                    Meet(after * 2 + 1, form);
            }
        }

        void Meet(int key, NameForm form)
        {
            if (!beside.TryGetValue(key, out var met))
                beside.Add(key, met = []);
            if (met.Contains(form) || ++_compared >= MaxCompared || met.Count > 50)
                return;
            foreach (var other in met)
            {
                if (other.Key[0] != form.Key[0] && NameDistance.IsOneSlip(other, form))
                    Judge(other, form);
            }

            met.Add(form);
        }
    }

    private void Judge(NameForm one, NameForm other)
    {
        var pair = Pair(one, other);
        if (_odd.Contains(pair.Odd.Index) || !IsPlausible(pair) || !HasEvidence(pair) || IsMeant(pair))
            return;
        _odd.Add(pair.Odd.Index);
        _drifts.Add(
            new NameDrift(
                NameDriftKind.Letters,
                [.. pair.Odd.Mentions.Select(m => _table.Mentions[m])],
                pair.Place,
                _table.SpellingsOf(pair.Usual)[0],
                pair.Usual.Mentions.Count,
                !pair.IsOddKnown && pair.Usual.Mentions.Count >= Majority * pair.Odd.Mentions.Count
            )
        );
    }

    // The rarer one in running text is the odd one; of equals the one that is no known name, then the later one. What
    // stands once there, and in the headline is a known name, is odd itself.
    private NamePair Pair(NameForm one, NameForm other)
    {
        var (isOneKnown, isOtherKnown) = (KnownNames.Has(one.Key), KnownNames.Has(other.Key));
        var (oneCount, otherCount) = (BodyCount(one), BodyCount(other));
        bool isOneOdd;
        if (Math.Max(oneCount, otherCount) == 1 && isOneKnown != isOtherKnown)
            isOneOdd = isOtherKnown;
        else if (oneCount != otherCount)
            isOneOdd = oneCount < otherCount;
        else
            isOneOdd = one.Mentions[0] > other.Mentions[0];
        var (odd, usual) = isOneOdd ? (one, other) : (other, one);
        return new NamePair(odd, usual, KnownNames.Has(odd.Key), BestPlace(usual));
    }

    private int BodyCount(NameForm form) => form.Mentions.Count(m => IsInBody(_table.Mentions[m]));

    private bool IsInBody(in NameMention mention) =>
        _table.KindOf(mention) is not (BlockKind.Headline or BlockKind.Caption or BlockKind.Byline);

    // A place in running text that gives the first name too.
    private NameMention BestPlace(NameForm form)
    {
        NameMention? best = null;
        foreach (var index in form.Mentions)
        {
            var mention = _table.Mentions[index];
            if (
                best is null
                || (!IsInBody(best.Value) && IsInBody(mention))
                || (IsInBody(mention) && best.Value.Before < 0 && mention.Before >= 0)
            )
                best = mention;
        }

        return best!.Value;
    }

    private bool IsPlausible(in NamePair pair)
    {
        var (odd, usual) = (BodyCount(pair.Odd), BodyCount(pair.Usual));
        if ((odd == 0 && usual == 0) || (odd > 1 && odd * Majority > usual))
            return false;
        if (pair.Odd.Key.Length < ShortestFree || pair.Usual.Key.Length < ShortestFree)
        {
            if (usual < Majority || pair.IsOddKnown)
                return false;
        }

        return !StandsInLowerCase(pair.Odd.Key) && !IsPartOf(pair);
    }

    // "Levelling" and "Levelling-Up"; "ofLevelling", of which a blank was lost.
    private bool IsPartOf(in NamePair pair)
    {
        var place = _table.Mentions[pair.Odd.Mentions[0]];
        var isOther =
            place.Tokens.Count != pair.Place.Tokens.Count
            || _analysis.Tokens[place.Tokens.First].Shape == CaseShape.Mixed;
        return isOther && (pair.Odd.Key.Contains(pair.Usual.Key) || pair.Usual.Key.Contains(pair.Odd.Key));
    }

    // Headlines and lists of title case alone say nothing.
    private bool IsAllOneLine(in NamePair pair) =>
        pair.Usual.Mentions.All(m => _table.Mentions[m].Is(NameTraits.Loose)) && pair.Usual.Mentions.Count < Majority;

    private bool StandsInLowerCase(string key)
    {
        foreach (ref readonly var token in _analysis.Tokens)
        {
            if (
                token.Shape == CaseShape.Lower
                && token.Length == key.Length
                && _analysis.TextOf(token).Equals(key, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }

    private bool HasEvidence(in NamePair pair)
    {
        var (odd, usual) = (pair.Odd, pair.Usual);
        var isRelated = NameDistance.DifferAtEnd(odd.Key, usual.Key);
        var isDerived = NameDistance.IsDerived(odd.Key, usual.Key, _table.Words);
        if (isDerived)
            return false;
        // The headline and captions against copy that has one form throughout.
        var isOutside = BodyCount(odd) == 0 && BodyCount(usual) > 1;
        if (isOutside && !HaveNamesEach(pair) && ShareTitle(pair))
            return true;
        if (SharesName(pair, before: true) is { } first)
        {
            if (isOutside)
                return true;
            if (CommonWords.Has(odd.Key))
                return !CommonWords.Has(usual.Key)
                    && KnownNames.IsFirstName(first)
                    && !KnownNames.IsPlace(first)
                    && IsSurelyName(odd);
            return !pair.IsOddKnown || !isRelated;
        }

        if (SharesName(pair, before: false) is { } last && !StandTogether(pair) && !IsFamily(pair))
        {
            if (CommonWords.Has(odd.Key))
                return KnownNames.IsFirstName(usual.Key) && !CommonWords.Has(last) && IsSurelyName(odd);
            return !pair.IsOddKnown || !isRelated;
        }

        if (pair.IsOddKnown || CommonWords.Has(odd.Key) || HaveNamesEach(pair) || IsAllOneLine(pair))
            return false;
        if (IsNamed(usual) && StandsAsPlace(odd))
            return false;
        if (BodyCount(usual) < 2)
            return IsSwapOfKnown(pair) || (IsNamed(usual) && IsBare(odd) && IsPersonAlone(odd));
        return IsSlipByShape(pair) || (CanBeSame(odd, usual) && (!isRelated || IsNamed(usual) || IsNamed(odd)));
    }

    // Inside running text, where its capital says that it is a name.
    private bool IsSurelyName(NameForm form) =>
        form.Mentions.Any(m => !_table.Mentions[m].Is(NameTraits.AtStart | NameTraits.Loose | NameTraits.NoPerson));

    // Two letters that changed places, or a well-known name or word with a letter wrong, are nobody's name. Many
    // surnames are a letter apart, and so are first names: with another name beside them they are other people's.
    private bool IsSlipByShape(in NamePair pair)
    {
        if (!StandAlike(pair))
            return false;
        if (NameDistance.HaveSameLetters(pair.Odd.Key, pair.Usual.Key))
            return true;
        if (!IsKnownOrWord(pair.Usual.Key) || NameDistance.Of(pair.Odd.Key, pair.Usual.Key) > 1)
            return false;
        return IsBare(pair.Odd)
            || !(IsNamed(pair.Odd) || IsFirstOfPerson(pair.Odd) || KnownNames.IsSurname(pair.Usual.Key));
    }

    private bool IsFirstOfPerson(NameForm form) =>
        form.Mentions.Any(m => _table.Mentions[m] is { After: >= 0 } mention && !mention.Is(NameTraits.NoPerson));

    // "here in Easton" beside a man called Eaton.
    private bool StandsAsPlace(NameForm form) =>
        form.Mentions.All(m =>
            _table.Mentions[m].IsBare
            && _table.Words.Has(
                NameGroup.BeforePlace,
                _analysis.TextOf(Math.Max(0, _table.Mentions[m].Tokens.First - 1))
            )
        );

    private bool IsSwapOfKnown(in NamePair pair) =>
        StandAlike(pair) && NameDistance.HaveSameLetters(pair.Odd.Key, pair.Usual.Key) && IsKnownOrWord(pair.Usual.Key);

    private static bool IsKnownOrWord(string key) => KnownNames.Has(key) || CommonWords.Has(key);

    // "Dave Caris" is nobody called Chris: a surname is no first name.
    private bool StandAlike(in NamePair pair)
    {
        var isLast = pair.Odd.Mentions.Any(m => IsFull(_table.Mentions[m]));
        return !isLast || pair.Usual.Mentions.Any(m => _table.Mentions[m] is { After: < 0 });
    }

    // Stands alone, as a surname does, or in full where the other stands alone. Inside another run it is of another
    // name.
    private bool CanBeSame(NameForm odd, NameForm usual) =>
        IsBare(odd) || (IsNamed(odd) && IsBare(usual) && !CommonWords.Has(usual.Key));

    // "Mayor Olsen" over copy about "Mayor Anna Olson".
    private bool ShareTitle(in NamePair pair)
    {
        foreach (var one in pair.Odd.Mentions)
        {
            foreach (var other in pair.Usual.Mentions)
            {
                if (TitleOf(one) is { Length: > 0 } title && title.SequenceEqual(TitleOf(other)))
                    return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> TitleOf(int mention)
    {
        var title = _table.Runs[_table.Mentions[mention].Run].Title;
        return title.Count > 0 ? _analysis.TextOf(title.First) : [];
    }

    // The name that both stand before or behind, or null.
    private string? SharesName(in NamePair pair, bool before)
    {
        foreach (var one in pair.Odd.Mentions)
        {
            var beside = before ? _table.Mentions[one].Before : _table.Mentions[one].After;
            if (beside < 0 || _table.Forms[beside].Key.Length < 3)
                continue;
            foreach (var other in pair.Usual.Mentions)
            {
                if ((before ? _table.Mentions[other].Before : _table.Mentions[other].After) == beside)
                    return _table.Forms[beside].Key;
            }
        }

        return null;
    }

    // Named in full, as a person is: at the end of its run, which no word makes a body or a place.
    private bool IsNamed(NameForm form) => form.Mentions.Any(m => IsFull(_table.Mentions[m]));

    private static bool IsFull(in NameMention mention) =>
        mention is { Before: >= 0, After: < 0 } && !mention.Is(NameTraits.NoPerson | NameTraits.Loose);

    private bool IsBare(NameForm form) =>
        form.Mentions.All(m => _table.Mentions[m].IsBare || _table.Mentions[m].Is(NameTraits.Loose));

    private bool HaveNamesEach(in NamePair pair) => IsNamed(pair.Odd) && IsNamed(pair.Usual);

    // "Mr Kubela", "Kubela said".
    private bool IsPersonAlone(NameForm form) =>
        form.Mentions.Any(m =>
            _table.Mentions[m].Is(NameTraits.Titled)
            || _analysis.Is(_table.Mentions[m].Tokens.End, WordClasses.ReportingVerb)
            || _analysis.Is(_table.Mentions[m].Tokens.First - 1, WordClasses.ReportingVerb)
        );

    private bool StandTogether(in NamePair pair)
    {
        foreach (var one in pair.Odd.Mentions)
        {
            var sentence = _analysis.SentenceAt(_table.Mentions[one].Tokens.First);
            foreach (var other in pair.Usual.Mentions)
            {
                if (_analysis.SentenceAt(_table.Mentions[other].Tokens.First) == sentence)
                    return true;
            }
        }

        return false;
    }

    private bool IsFamily(in NamePair pair) => pair.Odd.Mentions.Any(m => HasWordNear(m, NameGroup.Kin));

    // "spelled Kubela", "[sic]".
    private bool IsMeant(in NamePair pair) => pair.Odd.Mentions.Any(m => HasWordNear(m, NameGroup.Spelling));

    private bool HasWordNear(int mention, NameGroup group)
    {
        var sentence = _analysis.Sentences[_analysis.SentenceAt(_table.Mentions[mention].Tokens.First)];
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_table.Words.Has(group, _analysis.TextOf(i)))
                return true;
        }

        return false;
    }

    // "Supré", "Supre": one form, of which the copy has both spellings.
    private void CompareAccents()
    {
        if (!NameFolding.HasAccent(_analysis.Document.Text))
            return;
        foreach (var form in _table.Forms)
        {
            if (form.Mentions.Count < 2 || form.Key.Length < Shortest || !form.Mentions.Any(HasAccent))
                continue;
            if (HasInitials(form))
                continue;
            var accented = form.Mentions.Where(HasAccent).ToArray();
            if (accented.Length == form.Mentions.Count)
                continue;
            if (form.Mentions.Any(StandsInTable))
                continue;
            var plain = form.Mentions.Except(accented).ToArray();
            var (odd, usual) = plain.Length <= accented.Length ? (plain, accented) : (accented, plain);
            _drifts.Add(
                new NameDrift(
                    NameDriftKind.Accent,
                    [.. odd.Select(m => _table.Mentions[m])],
                    _table.Mentions[usual[0]],
                    _table.TextOf(_table.Mentions[usual[0]]),
                    usual.Length,
                    IsSure: false
                )
            );
        }
    }

    // "Garcia, Leeds, 10; Rodriguez, Hull, 9": agencies send such rows without accents.
    private bool StandsInTable(int mention)
    {
        var sentence = _analysis.Sentences[_analysis.SentenceAt(_table.Mentions[mention].Tokens.First)];
        var numbers = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            numbers += _analysis.Tokens[i].Kind == TokenKind.Number ? 1 : 0;
        return numbers >= NumbersOfTable;
    }

    // "W.Pérez", "S.Perez": the tables of a league name many people so.
    private bool HasInitials(NameForm form) => form.Mentions.Any(m => _table.Mentions[m].Is(NameTraits.Initialled));

    private bool HasAccent(int mention) =>
        NameFolding.HasAccent(_table.SpanOf(_table.Mentions[mention]).In(_analysis.Document.Text));

    private readonly record struct NamePair(NameForm Odd, NameForm Usual, bool IsOddKnown, NameMention Place);
}
