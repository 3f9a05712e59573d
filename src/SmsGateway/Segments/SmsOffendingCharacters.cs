namespace SmsGateway;

/// <summary>The characters of a text that force UCS-2, for a <c>foreach</c>: see <see cref="SmsText.OffendingCharacters"/>.</summary>
public readonly ref struct SmsOffendingCharacters
{
    private readonly ReadOnlySpan<char> _text;
    private readonly SmsTextOptions _options;

    internal SmsOffendingCharacters(ReadOnlySpan<char> text, SmsTextOptions options)
    {
        _text = text;
        _options = options;
    }

    /// <summary>Starts the walk; the empty text ends it at once.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(_text, _options);

    /// <summary>Walks the offending characters (those outside TS 23.038 clause 6.2.1 and the tables of the options).</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<char> _text;
        private readonly Transliterator _transliterator;
        private int _next;

        internal Enumerator(ReadOnlySpan<char> text, SmsTextOptions options)
        {
            // With the search on, a text may fit some national pair; then nothing in it offends.
            SegmentPlan.For(text, options, out SegmentPlan plan);
            bool fits = options.SearchNationalTables && plan.Model != UnitModel.Ucs2;
            _text = fits ? default : text;
            _transliterator = new Transliterator(options);
        }

        /// <summary>The character that the walk has come to.</summary>
        public SmsOffendingCharacter Current { get; private set; }

        /// <summary>Goes on to the next offending character.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            int ahead = _transliterator.NextForeign(_text[_next..]);
            if (ahead < 0)
            {
                _next = _text.Length;
                return false;
            }

            int index = _next + ahead;
            bool isPair = index + 1 < _text.Length && char.IsSurrogatePair(_text[index], _text[index + 1]);
            int start = Transliterator.ElementStart(_text, index);
            string? replacement = _transliterator.Find(_text, start, out int length);
            Current = new SmsOffendingCharacter
            {
                Index = index,
                Length = isPair ? 2 : 1,
                CodePoint = isPair ? char.ConvertToUtf32(_text[index], _text[index + 1]) : _text[index],
                Replacement = replacement,
                ReplacedRange = new Range(start, start + length),
            };
            _next = index + Current.Length;
            return true;
        }
    }
}
