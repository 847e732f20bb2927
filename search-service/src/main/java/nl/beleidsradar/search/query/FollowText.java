package nl.beleidsradar.search.query;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Reference;

/** Reads what a person typed to be followed, as the search box would. */
public final class FollowText {

    /** Most characters of a query. */
    public static final int LONGEST_QUERY = SearchQuery.MAX_Q;

    /** Canonical forms hold no blanks, and all but a few a digit; see the contract. */
    private static final Pattern CANONICAL = Pattern.compile("(?=.*\\d)[A-Za-z0-9:()./_~-]+");

    private FollowText() {}

    /** Whether a query names at least one thing that must be there. */
    public static boolean wantsSomething(String query) {
        return !QueryText.parse(query).wanted().isEmpty();
    }

    /** The canonical form of a reference to one document, in any spelling. */
    public static Optional<String> reference(String written) {
        String text = written.strip();
        return TypedReference.read(text)
                .map(Reference::canonical)
                .or(() -> TypedReference.in(text))
                .or(() -> Optional.of(text).filter(t -> CANONICAL.matcher(t).matches()));
    }
}
