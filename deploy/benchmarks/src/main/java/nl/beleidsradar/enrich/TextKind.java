package nl.beleidsradar.enrich;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The texts that enrichment is timed on; hostile ones are a million characters each. */
public enum TextKind {
    CORPUS,
    ONE_MEGABYTE,
    TEN_MEGABYTES,
    NR,
    DIGITS,
    RANDOM_DIGITS,
    BRACKETS,
    SOFT_HYPHENS,
    KAMERSTUK,
    DOSSIERS,
    ARTIKEL,
    LINE_BREAKS,
    ONE_WORD,
    CYBER,
    NUMBERS,
    COM_DOCUMENTS,
    PAPERS,
    CLIMATE_SUMMITS;

    private static final int HOSTILE = 1_000_000;

    List<String> texts() {
        return switch (this) {
            case CORPUS -> Corpus.documents();
            case ONE_MEGABYTE -> List.of(Corpus.megabytes(1));
            case TEN_MEGABYTES -> List.of(Corpus.megabytes(10));
            case NR -> repeated("nr. ");
            case DIGITS -> repeated("7");
            case RANDOM_DIGITS -> List.of(randomDigits());
            case BRACKETS -> repeated("(");
            case SOFT_HYPHENS -> repeated("\u00ad");
            case KAMERSTUK -> repeated("Kamerstuk ");
            case DOSSIERS -> repeated("36 410, ");
            case ARTIKEL -> repeated("artikel 5, lid 2, ");
            case LINE_BREAKS -> repeated("\n");
            case ONE_WORD -> repeated("a");
            case CYBER -> repeated("cyber ");
            case NUMBERS -> repeated("12345 ");
            case COM_DOCUMENTS -> repeated("COM(2020)5 ");
            case PAPERS -> repeated("Kamerstuk 36 410, nr. 5, ");
            case CLIMATE_SUMMITS -> repeated("COP 30 CITES ");
        };
    }

    boolean isHostile() {
        return ordinal() > TEN_MEGABYTES.ordinal();
    }

    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> repeated(String part) {
        return List.of(part.repeat(HOSTILE / part.length()));
    }

    private static String randomDigits() {
        StringBuilder digits = new StringBuilder();
        new Random(1).ints(HOSTILE, '0', '9' + 1).forEach(d -> digits.append((char) d));
        return digits.toString();
    }
}
