package nl.beleidsradar.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of one cited document; the entries of a list share its whole span.
 *
 * @param canonical the one spelling of the cited document, for example {@code kst-34919-74}
 * @param text the form as written
 * @param start first UTF-16 unit, in the stored text (in the title where {@code in} says so)
 * @param end one past the last
 * @param page counted from 1; null where the document has no pages
 * @param url where the cited document is published, where the canonical form tells
 * @param documentId the cited document, where the archive holds it
 * @param in {@code title} for a find in the title, else null
 */
public record Reference(
        ReferenceKind kind,
        String canonical,
        String text,
        int start,
        int end,
        @Nullable Integer page,
        Role role,
        @Nullable String url,
        @Nullable String documentId,
        @Nullable String in) {

    public Reference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(canonical, "canonical");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(role, "role");
    }

    /** What the cited document is to the citing one. */
    public enum Role {
        CITED,
        SELF,
        PREVIOUS_VERSION;

        @Override
        public String toString() {
            return WireName.of(this);
        }
    }
}
