package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.beleidsradar.contract.Pages;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.Reference.Role;

/** One document under the grammars: its title, its body without running heads, and those heads. */
final class DocumentReading {

    /** How far the head of a document reaches, in which it says what it is and replaces. */
    private static final int HEAD = 4_000;

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
        Stream<Mention> self =
                Stream.concat(headers.stream(), inBody.stream().filter(m -> m.role() == Role.SELF));
        this.own =
                OwnIdentity.of(
                        document,
                        self.toList(),
                        inHeads.stream().flatMap(line -> line.mentions().stream()).toList());
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
        Comparator<Reference> byPlace =
                Comparator.comparingInt(Reference::start).thenComparingInt(Reference::end);
        Stream<Reference> ofTitle =
                new Part(title, 0, inTitle).references(this, true).sorted(byPlace);
        Stream<Reference> ofText =
                parts.stream().flatMap(part -> part.references(this, false)).sorted(byPlace);
        return Stream.concat(ofTitle, ofText).toList();
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
        return mentions.stream()
                .filter(m -> headers.stream().noneMatch(header -> repeats(m, header)))
                .toList();
    }

    private static boolean repeats(Mention mention, Mention header) {
        String own = header.targets().getFirst().canonical();
        String found = mention.targets().getFirst().canonical();
        return header.start() <= mention.start()
                && mention.end() <= header.end()
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

        Stream<Reference> references(DocumentReading reading, boolean inTitle) {
            return mentions.stream()
                    .flatMap(mention ->
                            mention.targets().stream()
                                    .flatMap(target -> reading.own.known(target).stream())
                                    .distinct()
                                    .map(target ->
                                            reading.reference(
                                                    mention,
                                                    target,
                                                    offset + text.start(mention.start()),
                                                    offset + text.end(mention.end()),
                                                    inTitle)));
        }
    }
}
