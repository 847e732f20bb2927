package nl.beleidsradar.search.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.beleidsradar.contract.DocumentExtracted;
import nl.beleidsradar.search.index.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one document by their place, those of the title first. Each is found and
 * fingerprinted once, when something first asks for it.
 */
final class DocumentSentences {

    /** Place of the document as a whole. */
    static final int DOCUMENT = -1;

    private final DocumentExtracted document;
    private final String text;
    private final String number;
    private final Iterable<String> previous;
    private final Map<Integer, Said> said = new HashMap<>();
    private final Sentences title;
    private @Nullable Sentences body;
    private @Nullable Set<String> known;

    /**
     * @param number what all copies of the document share
     * @param previous texts of earlier versions, read only when asked for
     */
    DocumentSentences(
            DocumentExtracted document, String text, String number, Iterable<String> previous) {
        this.document = document;
        this.text = text;
        this.number = number;
        this.previous = previous;
        this.title = Sentences.of(document.title());
    }

    int inTitle(int offset) {
        return title.at(offset);
    }

    int inText(int offset) {
        return title.count() + body().at(offset);
    }

    /** The offset at which the next sentence of the title begins. */
    int endInTitle(int place) {
        return title.end(place);
    }

    /** The offset at which the next sentence of the text begins. */
    int endInText(int place) {
        return body().end(place - title.count());
    }

    Said get(int place) {
        return said.computeIfAbsent(place, this::read);
    }

    private Said read(int place) {
        if (place == DOCUMENT) {
            // A document keeps its number: what tells of it was said with its first version.
            return new Said(
                    Fingerprint.ofNumber(number),
                    document.title(),
                    null,
                    document.sequence() > 1,
                    false);
        }
        boolean inTitle = place < title.count();
        String passage = inTitle ? title.get(place) : body().get(place - title.count());
        String fingerprint = Fingerprint.of(passage);
        return new Said(
                fingerprint,
                passage,
                inTitle ? null : document.pageAt(body().start(place - title.count())),
                document.sequence() > 1 && known().contains(fingerprint),
                !inTitle && Procedural.packaged().matches(passage));
    }

    private Sentences body() {
        Sentences found = body;
        if (found == null) {
            found = Sentences.of(text);
            body = found;
        }
        return found;
    }

    private Set<String> known() {
        Set<String> found = known;
        if (found == null) {
            found = new HashSet<>();
            for (String earlier : previous) {
                Sentences sentences = Sentences.of(earlier);
                for (int i = 0; i < sentences.count(); i++) {
                    found.add(Fingerprint.of(sentences.get(i)));
                }
            }
            known = found;
        }
        return found;
    }
}
