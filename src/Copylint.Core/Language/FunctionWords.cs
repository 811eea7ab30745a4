namespace Copylint.Language;

/// <summary>The closed classes of English, as every descriptive grammar lists them, and the abbreviations that news
/// copy uses.</summary>
internal static class FunctionWords
{
    private static readonly (WordClasses Classes, string Words)[] Lists =
    [
        (
            WordClasses.Determiner,
            "a an the this that these those my your his her its our their some any no every each either neither another such both all many few several most much more other own"
        ),
        (WordClasses.SubjectPronoun, "i he she it we they you who"),
        (
            WordClasses.Pronoun,
            "someone somebody anyone anybody everyone everybody nobody none nothing something anything everything one ones others mine yours hers ours theirs this that these those which"
        ),
        (
            WordClasses.ObjectPronoun,
            "me him her us them it you himself herself itself themselves ourselves myself yourself"
        ),
        (
            WordClasses.Preposition,
            "of in to for with on at from by about into over after before under between out against during without through among amid amidst toward towards upon within across behind beyond near since until till despite like off per via above below inside outside around along beneath beside besides throughout up down"
        ),
        (WordClasses.Conjunction, "and or but nor yet so"),
        (
            WordClasses.Subordinator,
            "as while whereas because although though since after before when whenever if unless until once till where wherever lest"
        ),
        (WordClasses.Be, "be am is are was were been being 's 're 'm isn't aren't wasn't weren't"),
        (WordClasses.Have, "have has had having 've haven't hasn't hadn't"),
        (WordClasses.Do, "do does did doing done don't doesn't didn't"),
        (
            WordClasses.Modal,
            "will would shall should can could may might must won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't 'll ought"
        ),
        (
            WordClasses.Negation,
            "not never no n't won't wouldn't shan't shouldn't can't cannot couldn't mightn't mustn't don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't"
        ),
        (WordClasses.Wh, "who whom whose which what when where why how that whether"),
        (
            WordClasses.Month,
            "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
        ),
        (
            WordClasses.Weekday,
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat"
        ),
        (
            WordClasses.NumberWord,
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens half quarter third"
        ),
        (
            WordClasses.OrdinalWord,
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
        ),
        (
            WordClasses.TimeUnit,
            "second seconds minute minutes hour hours day days week weeks fortnight fortnights month months quarter quarters year years decade decades century centuries"
        ),
        (WordClasses.RelativeDay, "yesterday today tomorrow tonight"),
        (WordClasses.PresentTime, "now currently nowadays presently"),
        (
            WordClasses.TimeName,
            "morning afternoon evening night twenties thirties forties fifties sixties seventies eighties nineties q1 q2 q3 q4"
        ),
        (WordClasses.Season, "spring summer autumn fall winter"),
        (
            WordClasses.VerbPast,
            "said told went came took made gave won lost held met began became left found ran saw got wrote spoke led fell rose sent spent struck shot fought broke brought built bought chose drew drove fled flew grew heard kept knew paid sat sold shook sought stood stole swore swept threw withdrew wore felt thought taught caught hit cut set let beat"
        ),
        (
            WordClasses.TitleAbbreviation,
            "mr mrs ms messrs dr prof gen lt col sgt capt cmdr cpl pvt maj adm brig rev hon sen sens rep reps gov govs st ste fr sr pres supt insp det atty asst assoc dept ft mt no nos art fig vol p pp ed eds vs v cf jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri"
        ),
        (
            WordClasses.Abbreviation,
            "mr mrs ms messrs dr prof gen lt col sgt capt cmdr cpl pvt maj adm brig rev hon sen sens rep reps gov govs st ste fr sr pres supt insp det atty asst assoc dept ft mt no nos art fig vol p pp ed eds vs v cf jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri inc corp co ltd plc llc bros jr sr esq etc al approx est e.g i.e eg ie a.m p.m u.s u.k u.n e.u d.c u.s.s.r ph.d m.d b.a m.a ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd hwy sq dist univ intl natl govt"
        ),
        (
            WordClasses.SentenceStarter,
            "the a an this that these those he she it they we i you his her its their our my but and or in on at for from by as if when while after before although though because since however there here what who why how some many most all both no not yet so now then also still meanwhile such another one its to with under during until despite"
        ),
        (
            WordClasses.Adverb,
            "not never also just only still already now then there here ever even once again always often soon later earlier recently reportedly publicly privately repeatedly previously flatly quickly simply widely generally largely very too quite rather almost nearly about roughly thus therefore however meanwhile instead indeed perhaps maybe really actually specifically explicitly openly yesterday today tomorrow tonight"
        ),
    ];

    /// <summary>Number of the last of these words in every vocabulary: they come first, so that a comparison tells them
    /// from all others.</summary>
    public static int Last { get; } = CountDistinct();

    private static int CountDistinct()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in Lists)
            words.UnionWith(list.Words.Split(' '));
        return words.Count;
    }

    /// <summary>Adds every word to the vocabulary with its classes.</summary>
    public static void AddTo(VocabularyBuilder vocabulary)
    {
        foreach (var (classes, words) in Lists)
        {
            foreach (var range in words.AsSpan().Split(' '))
                vocabulary.Add(words[range], classes);
        }
    }
}
