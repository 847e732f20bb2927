package nl.beleidsradar.quality;

import java.util.Locale;
import java.util.Set;

/** The kind of a document by its canonical form, where a label does not say it. */
final class Kinds {

    /** The papers of the Tweede Kamer, which the targets speak of together. */
    static final Set<String> PAPERS = Set.of("kamerstuk", "dossier", "aanhangsel", "tk-nummer");

    private Kinds() {}

    static String of(String canonical) {
        String start = canonical.toLowerCase(Locale.ROOT).split("[-:(]", 2)[0];
        return switch (start) {
            case "kst" -> "kamerstuk";
            case "dossier" -> "dossier";
            case "ah" -> "aanhangsel";
            case "blg" -> "bijlage";
            case "h" -> "handelingen";
            case "stb" -> "staatsblad";
            case "stcrt" -> "staatscourant";
            case "trb" -> "tractatenblad";
            case "ecli" -> "ecli";
            case "ljn" -> "ljn";
            case "oj" -> "publicatieblad";
            default -> start.matches("\\d{4}[zd]\\d+") ? "tk-nummer" : "eu-act";
        };
    }

    /** Labels of the sample documents are older than the contract's kinds. */
    static String ofSampleLabel(String label) {
        return switch (label) {
            case "tk-zaak" -> "tk-nummer";
            case "ministry-ref" -> "ministerie-kenmerk";
            case "kamerstuk-header" -> "kamerstuk";
            case "aanhangsel-header" -> "aanhangsel";
            case "treaty" -> "verdrag";
            case "treaty-article" -> "verdragsartikel";
            default -> label;
        };
    }
}
