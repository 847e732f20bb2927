package nl.beleidsradar.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * The official numbers of a document itself: those it prints as its own, those its source gives it,
 * and its id at a source that uses official numbers as ids.
 *
 * @param ids canonical forms in lower case, the key under which others find this document
 * @param family what copies at several sources share
 * @param dossiers dossiers it belongs to, as {@link Dossier} spells them
 */
public record OwnNumbers(List<String> ids, String family, List<String> dossiers) {

    private static final Pattern HASH = Pattern.compile("sha256-[0-9a-f]{64}(~\\d+)?");
    private static final Pattern OFFICIAL =
            Pattern.compile("(kst|ah|h|stb|stcrt|trb|blg)(-[A-Za-z0-9]+)+|\\d{4}[DZ]\\d{5}");
    private static final Pattern TK_NUMBER = Pattern.compile("\\d{4}[DZ]\\d{5}");
    private static final int MOST_GIVEN = 5;
    private static final Pattern SESSION = Pattern.compile("\\d{8}");
    private static final Pattern SUFFIX = Pattern.compile("[bhn]\\d*");

    /** Kinds whose number names one piece, whatever the copy; the first kind found wins. */
    private static final List<ReferenceKind> FAMILY =
            List.of(
                    ReferenceKind.KAMERSTUK,
                    ReferenceKind.AANHANGSEL,
                    ReferenceKind.HANDELINGEN,
                    ReferenceKind.STAATSBLAD,
                    ReferenceKind.STAATSCOURANT,
                    ReferenceKind.TRACTATENBLAD,
                    ReferenceKind.BIJLAGE,
                    ReferenceKind.EU_ACT,
                    ReferenceKind.COM_DOC,
                    ReferenceKind.COUNCIL_DOC,
                    ReferenceKind.ECLI,
                    ReferenceKind.TK_NUMMER,
                    ReferenceKind.MINISTERIE_KENMERK);

    static OwnNumbers of(DocumentExtracted document, List<Reference> references) {
        List<Reference> self =
                references.stream().filter(r -> r.role() == Reference.Role.SELF).toList();
        String local = DocumentId.parse(document.id()).local();
        boolean official = OFFICIAL.matcher(local).matches();
        Set<String> ids = new LinkedHashSet<>();
        if (!HASH.matcher(local).matches()) {
            ids.add(Citation.key(local));
        }
        Set<String> dossiers = new LinkedHashSet<>();
        document.metadata().getOrDefault("dossier", List.of()).stream()
                .map(Dossier::normal)
                .forEach(dossiers::add);
        if (official) {
            dossierOf(local).ifPresent(dossiers::add);
        }
        List<String> given =
                document.metadata().getOrDefault("officialId", List.of()).stream()
                        .limit(MOST_GIVEN)
                        .toList();
        for (String number : given) {
            ids.add(Citation.key(number));
            dossierOf(number).ifPresent(dossiers::add);
        }
        for (Reference r : self) {
            if (r.kind() == ReferenceKind.DOSSIER) {
                dossiers.add(Dossier.normal(r.canonical()));
            } else {
                ids.add(Citation.key(r.canonical()));
                dossierOf(r.canonical()).ifPresent(dossiers::add);
            }
        }
        String family =
                publication(official ? local : null, given)
                        .or(() -> familyOf(self))
                        .orElseGet(() -> official ? local : document.contentHash());
        return new OwnNumbers(List.copyOf(ids), family, List.copyOf(dossiers));
    }

    /** What it was published as; the Kamer's own number of a file is none. */
    private static Optional<String> publication(@Nullable String local, List<String> given) {
        if (local != null && !TK_NUMBER.matcher(local).matches()) {
            return Optional.of(local);
        }
        boolean one = given.size() == 1 && OFFICIAL.matcher(given.getFirst()).matches();
        return one ? Optional.of(given.getFirst()) : Optional.empty();
    }

    private static Optional<String> familyOf(List<Reference> self) {
        for (ReferenceKind kind : FAMILY) {
            for (Reference r : self) {
                if (r.kind() == kind) {
                    return Optional.of(r.canonical());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code kst-35830-X-1} belongs to 35830-X; an older form has the session before it. */
    public static Optional<String> dossierOf(String canonical) {
        if (!canonical.startsWith("kst-")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(Arrays.asList(canonical.substring(4).split("-")));
        if (SESSION.matcher(parts.getFirst()).matches()) {
            parts.removeFirst();
        }
        if (!parts.isEmpty() && SUFFIX.matcher(parts.getLast()).matches()) {
            parts.removeLast();
        }
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(Dossier.normal(String.join("-", parts.subList(0, parts.size() - 1))));
    }
}
