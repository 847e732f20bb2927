package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself: its own ids, and its own dossier, which a number without one
 * refers to.
 *
 * @param dossier with chapter or council code; null where the document tells none
 */
record OwnIdentity(Set<String> ids, @Nullable String dossier) {

    private static final Set<String> KEYS =
            Set.of(
                    "officialid",
                    "identifier",
                    "dc.identifier",
                    "dcterms.identifier",
                    "documentnummer",
                    "documentnumber",
                    "nummer",
                    "number");

    private static final Pattern ID =
            Pattern.compile(
                    "(?:kst|ah|h|stb|stcrt|trb|blg)-[A-Za-z0-9-]{1,60}|(?:19|20)[0-9]{2}[DZ][0-9]{5}");
    private static final Pattern PAPER =
            Pattern.compile(
                    "kst-(?:[0-9]{8}-)?([0-9]{4,5}(?:-[A-Z0-9]{1,6})?)-[0-9A-Z]{1,5}[a-z]?(?:-[bhn][0-9]{0,4})?");

    OwnIdentity {
        ids = Set.copyOf(ids);
    }

    /**
     * Puts together what the archive, the header and the lines on every page tell; of two ids of
     * one family the earlier of these sources counts.
     */
    static OwnIdentity of(
            CitingDocument document, List<Mention> headers, List<Mention> runningHeads) {
        Set<String> ids = new LinkedHashSet<>();
        given(document).forEach(id -> addUnlessRival(ids, id));
        headers.forEach(
                mention -> mention.targets().forEach(target -> ids.add(target.canonical())));
        for (String id : repeated(runningHeads)) {
            addUnlessRival(ids, id);
        }
        return new OwnIdentity(ids, dossierOf(ids).orElse(null));
    }

    /** The target itself; one in the citing document's dossier is null where that is not known. */
    @Nullable Target known(Target target) {
        if (!target.canonical().startsWith(Target.OWN_DOSSIER)) {
            return target;
        }
        String number = target.canonical().substring(Target.OWN_DOSSIER.length());
        return dossier == null ? null : new Target(target.kind(), "kst-" + dossier + "-" + number);
    }

    boolean contains(String canonical) {
        return ids.contains(canonical);
    }

    private static List<String> given(CitingDocument document) {
        List<String> ids = new ArrayList<>();
        document.metadata()
                .forEach((key, values) -> {
                    if (KEYS.contains(key.toLowerCase(Locale.ROOT))) {
                        values.stream().filter(v -> ID.matcher(v).matches()).forEach(ids::add);
                    }
                });
        if (document.documentId() != null) {
            String local = document.documentId().substring(document.documentId().indexOf(':') + 1);
            if (ID.matcher(local).matches()) {
                ids.add(local);
            }
        }
        return ids;
    }

    /** A line with an id and nothing else is one; a citation in words only where it returns. */
    private static List<String> repeated(List<Mention> runningHeads) {
        List<String> ids = new ArrayList<>();
        Set<String> once = new LinkedHashSet<>();
        for (Mention head : runningHeads) {
            boolean inWords = head.pattern().startsWith("kamerstuk/");
            for (Target target : head.targets()) {
                if (!inWords || !once.add(target.canonical())) {
                    ids.add(target.canonical());
                }
            }
        }
        return ids;
    }

    private static void addUnlessRival(Set<String> ids, String id) {
        String family = family(id);
        for (String other : ids) {
            if (family(other).equals(family)) {
                return;
            }
        }
        ids.add(id);
    }

    /** What stands before the first hyphen or digit: kst, ah, ST. */
    private static String family(String id) {
        int end = 0;
        while (end < id.length() && Character.isLetter(id.charAt(end))) {
            end++;
        }
        return id.substring(0, end);
    }

    private static Optional<String> dossierOf(Set<String> ids) {
        for (String id : ids) {
            if (!id.startsWith("kst-")) {
                continue;
            }
            Matcher paper = PAPER.matcher(id);
            if (paper.matches()) {
                return Optional.of(paper.group(1));
            }
        }
        return Optional.empty();
    }
}
