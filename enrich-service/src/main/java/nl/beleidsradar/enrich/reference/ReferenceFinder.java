package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.beleidsradar.contract.Reference;

/** Finds every document reference; thread-safe, in time linear in the text. */
public final class ReferenceFinder {

    private static final int LONGEST_SPELLING = 160;

    private final GrammarSearch search;
    private final DossierNumbers dossiers;
    private final Addresses addresses;
    private final int version;

    private ReferenceFinder(GrammarReader reader) {
        this.search = new GrammarSearch(reader.grammars());
        this.dossiers = reader.dossiers();
        this.addresses = reader.addresses();
        this.version = reader.version();
    }

    /**
     * The packaged grammars.
     *
     * @throws GrammarException if one of them cannot be used
     */
    public static ReferenceFinder standard() {
        return new ReferenceFinder(new GrammarReader());
    }

    /** A number that rises with each change of the grammars. */
    public int version() {
        return version;
    }

    /** All references: those of the title first, then by where they start. */
    public List<Reference> find(CitingDocument document) {
        return new DocumentReading(document, search, dossiers, addresses).references();
    }

    /**
     * The canonical form of what someone typed, for example {@code kamerstuk 34919 nr 74} or {@code
     * 36 410 X, nr. 47}; empty if that is not one reference and nothing else.
     */
    public Optional<String> canonicalOf(String spelledAnyway) {
        String spelling = spelledAnyway.strip();
        if (spelling.isEmpty() || spelling.length() > LONGEST_SPELLING) {
            return Optional.empty();
        }
        String upper = spelling.toUpperCase(Locale.ROOT);
        return List.of(spelling, "Kamerstuk " + spelling, upper, "Kamerstuk " + upper).stream()
                .flatMap(candidate -> onlyReference(candidate).stream())
                .findFirst();
    }

    GrammarSearch search() {
        return search;
    }

    private Optional<String> onlyReference(String candidate) {
        String text = NormalisedText.of(candidate).text();
        List<Mention> mentions = search.mentions(text, Place.TEXT);
        if (mentions.size() != 1 || mentions.getFirst().targets().size() != 1) {
            return Optional.empty();
        }
        Mention only = mentions.getFirst();
        String rest = text.substring(0, only.start()) + text.substring(only.end());
        boolean relative = only.targets().getFirst().canonical().startsWith(Target.OWN_DOSSIER);
        return relative || rest.chars().anyMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of(only.targets().getFirst().canonical());
    }
}
