package nl.beleidsradar.ingest.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageResult;

/**
 * Guesses the language of a text from its letters, that of a short one from its small words;
 * doubtful texts stay undetermined.
 */
public final class Language {

    public static final String UNDETERMINED = "und";
    private static final int ENOUGH = 200;
    private static final int MORE_ADDS_NOTHING = 4_000;
    private static final Set<String> KNOWN =
            Set.of("nl", "en", "de", "fr", "es", "it", "pt", "da", "sv", "pl");

    private final OptimaizeLangDetector detector = new OptimaizeLangDetector();

    public Language() {
        try {
            detector.loadModels(KNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return ISO 639-1, or {@code und}
     */
    public synchronized String of(String text) {
        if (text.length() < ENOUGH) {
            return FunctionWords.languageOf(text).orElse(UNDETERMINED);
        }
        String sample = text.substring(0, Math.min(text.length(), MORE_ADDS_NOTHING));
        LanguageResult guess = detector.detect(sample);
        return guess.isReasonablyCertain() && KNOWN.contains(guess.getLanguage())
                ? guess.getLanguage()
                : UNDETERMINED;
    }
}
