package nl.beleidsradar.contract;

import java.util.List;
import java.util.Objects;

/**
 * A document with its themes and references: the event on {@code documents.enriched}, keyed by
 * document id.
 *
 * @param document the extracted document, as it was read
 * @param themes ordered by theme id
 * @param references ordered by place; those of the title first
 * @param ruleset what produced the themes and references
 * @param cause the extracted event's cause, or {@link Cause#RE_TAG}
 */
public record DocumentEnriched(
        DocumentExtracted document,
        List<ThemeTag> themes,
        List<Reference> references,
        Ruleset ruleset,
        Cause cause) {

    public DocumentEnriched {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(ruleset, "ruleset");
        Objects.requireNonNull(cause, "cause");
        themes = Copies.of(themes);
        references = Copies.of(references);
    }

    /**
     * Order of this event among all of its document: a later ingest wins, then a later ruleset. An
     * index that writes with this as external version never goes back.
     */
    public long version() {
        return (document.sequence() << Ruleset.VERSION_BITS) + ruleset.version();
    }

    /** The same event with its text in the store instead of in the event. */
    public DocumentEnriched withTextRef(String ref) {
        return new DocumentEnriched(document.withTextRef(ref), themes, references, ruleset, cause);
    }

    /**
     * The themes and citation grammars that were in force.
     *
     * @param version rises with each change of a theme or grammar; below 2^20
     * @param fingerprint hash of their contents, to tell two rulesets of one version apart
     */
    public record Ruleset(int version, String fingerprint) {

        static final int VERSION_BITS = 20;

        public Ruleset {
            Objects.requireNonNull(fingerprint, "fingerprint");
            if (version < 0 || version >= 1 << VERSION_BITS) {
                throw new IllegalArgumentException("ruleset version " + version);
            }
        }
    }
}
