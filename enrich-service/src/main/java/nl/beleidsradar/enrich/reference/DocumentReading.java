package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.beleidsradar.contract.Pages;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Reference.Role;

/** One document under the grammars: its title, its body without running heads, and those heads. */
final class DocumentReading {

    /** How far the head of a document reaches, in which it says what it is and replaces. */
    private static final int HEAD = 4_000;

    private static final Comparator<Reference> BY_PLACE =
            Comparator.comparingInt(Reference::start).thenComparingInt(Reference::end);

    private final CitingDocument document;
    private final GrammarSearch search;
    private final Addresses addresses;
    private final List<Part> parts = new ArrayList<>();
    private final OwnIdentity own;

    DocumentReading(
            CitingDocument document,
            GrammarSearch search,
            DossierNumbers dossiers,
            Addresses addresses) {
        this.document = document;
        this.search = search;
        this.addresses = addresses;
        List<Span> heads = RunningHeads.in(document.text());
        NormalisedText body = NormalisedText.of(document.text(), heads);
        String head = body.head(HEAD);
        List<Mention> headers = new DocumentHeader(head, dossiers, document.published()).mentions();
        List<Mention> inBody = search.mentions(body.searched(Place.TEXT));
        List<Part> inHeads = heads.stream().map(this::runningHead).toList();
        List<Mention> self = new ArrayList<>(headers);
        for (Mention mention : inBody) {
            if (mention.role() == Role.SELF) {
                self.add(mention);
            }
        }
        List<Mention> onPages = new ArrayList<>();
        inHeads.forEach(part -> onPages.addAll(part.mentions()));
        this.own = OwnIdentity.of(document, self, onPages);
        parts.add(new Part(body, 0, headers));
        parts.add(new Part(body, 0, replaced(head)));
        parts.add(new Part(body, 0, outside(headers, inBody)));
        parts.addAll(inHeads);
    }

    /** The references of the title, then those of the text by where they start. */
    List<Reference> references() {
        NormalisedText title = NormalisedText.of(document.title());
        String head = title.head(HEAD);
        List<Mention> inTitle = new ArrayList<>(search.mentions(title.searched(Place.TITLE)));
        inTitle.addAll(replaced(head));
        List<Reference> references = new ArrayList<>();
        new Part(title, 0, inTitle).addTo(references, this, true);
        references.sort(BY_PLACE);
        List<Reference> inText = new ArrayList<>();
        parts.forEach(part -> part.addTo(inText, this, false));
        inText.sort(BY_PLACE);
        references.addAll(inText);
        return List.copyOf(references);
    }

    private Part runningHead(Span head) {
        String line = document.text().substring(head.start(), head.end());
        NormalisedText normalised = NormalisedText.of(line);
        return new Part(
                normalised, head.start(), search.mentions(normalised.searched(Place.RUNNING_HEAD)));
    }

    private List<Mention> replaced(String head) {
        return own.dossier() == null ? List.of() : ReplacedPaper.in(head, own.dossier());
    }

    /** The own number and the own dossier are not found again inside the header. */
    private static List<Mention> outside(List<Mention> headers, List<Mention> mentions) {
        if (headers.isEmpty()) {
            return mentions;
        }
        return mentions.stream()
                .filter(m -> headers.stream().noneMatch(header -> repeats(m, header)))
                .toList();
    }

    private static boolean repeats(Mention mention, Mention header) {
        String own = header.targets().getFirst().canonical();
        String found = mention.targets().getFirst().canonical();
        return header.start() < mention.end()
                && mention.start() < header.end()
                && (own.equals(found) || own.startsWith(found.replace("dossier:", "kst-") + "-"));
    }

    private Reference reference(
            Mention mention, Target target, int start, int end, boolean inTitle) {
        String source = inTitle ? document.title() : document.text();
        return new Reference(
                target.kind(),
                target.canonical(),
                source.substring(start, end),
                start,
                end,
                inTitle ? null : Pages.pageAt(document.pages(), start),
                own.contains(target.canonical()) ? Role.SELF : mention.role(),
                addresses.of(target),
                null,
                inTitle ? "title" : null);
    }

    /** A normalised stretch of the original with what was found in it. */
    private record Part(NormalisedText text, int offset, List<Mention> mentions) {

        void addTo(List<Reference> found, DocumentReading reading, boolean inTitle) {
            for (Mention mention : mentions) {
                int start = offset + text.start(mention.start());
                int end = offset + text.end(mention.end());
                Set<Target> seen = new HashSet<>();
                for (Target cited : mention.targets()) {
                    Target target = reading.own.known(cited);
                    if (target != null && seen.add(target)) {
                        found.add(reading.reference(mention, target, start, end, inTitle));
                    }
                }
            }
        }
    }
}
