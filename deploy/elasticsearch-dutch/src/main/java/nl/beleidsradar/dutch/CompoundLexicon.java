package nl.beleidsradar.dutch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/**
 * The word parts Dutch compounds are made of, and where in a compound each may stand, as OpenTaal's
 * Hunspell dictionary states it (flags Ca, Cb and Cc: first, middle and last part; format:
 * hunspell(5)).
 *
 * <p>All forms are lower-case and folded to ASCII.
 */
final class CompoundLexicon {

    static final int FIRST = 1;
    static final int MIDDLE = 2;
    static final int LAST = 4;

    private static final String DICTIONARY = "/nl/beleidsradar/dutch/opentaal/index.dic";
    private static final String AFFIXES = "/nl/beleidsradar/dutch/opentaal/index.aff";

    /** Shorter parts ("ei", "as") make nonsense of ordinary words. */
    static final int SHORTEST_FORM = 3;

    static final int LONGEST_FORM = 30;

    /**
     * A form and its places.
     *
     * @param places any of {@link #FIRST}, {@link #MIDDLE}, {@link #LAST}, added up
     * @param length characters of the form without a joining -s-
     */
    record Form(int places, int length) {

        Form with(Form other) {
            return new Form(places | other.places, Math.max(length, other.length));
        }
    }

    private static final class Holder {
        static final CompoundLexicon OPEN_TAAL = read();
    }

    private final Map<String, Form> forms = new HashMap<>(1 << 17);

    private CompoundLexicon() {}

    /** The one lexicon of this JVM, read on first use. */
    static CompoundLexicon openTaal() {
        return Holder.OPEN_TAAL;
    }

    @Nullable Form find(CharSequence form) {
        return forms.get(form.toString());
    }

    int size() {
        return forms.size();
    }

    private static CompoundLexicon read() {
        try (BufferedReader affixes = open(AFFIXES);
                BufferedReader words = open(DICTIONARY)) {
            CompoundLexicon lexicon = new CompoundLexicon();
            Map<String, List<Suffix>> suffixes = Suffix.read(affixes);
            words.readLine(); // the number of entries
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                lexicon.add(line, suffixes);
            }
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException("The Dutch word list cannot be read", e);
        }
    }

    private static BufferedReader open(String resource) throws IOException {
        InputStream stream = CompoundLexicon.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("The plugin was built without " + resource);
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private void add(String line, Map<String, List<Suffix>> suffixes) {
        int slash = line.indexOf('/');
        if (slash < 0) {
            return; // no flags: not a part of any compound
        }
        String word = line.substring(0, slash).strip();
        List<String> flags = flags(line.substring(slash + 1).split("\\s", 2)[0]);
        if (flags.contains("Fw") || flags.stream().noneMatch(flag -> flag.startsWith("C"))) {
            return;
        }
        int own = places(flags);
        remember(word, own, 0);
        for (String flag : flags) {
            for (Suffix suffix : suffixes.getOrDefault(flag, List.of())) {
                if (suffix.fits(word)) {
                    boolean inflection = !flag.startsWith("C");
                    int places = places(suffix.flags()) | (inflection ? own & LAST : 0);
                    remember(suffix.apply(word), places, suffix.joins() ? 1 : 0);
                }
            }
        }
    }

    private void remember(String word, int places, int joint) {
        String form = fold(word);
        if (places == 0 || form.length() < SHORTEST_FORM || form.length() > LONGEST_FORM) {
            return;
        }
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) < 'a' || form.charAt(i) > 'z') {
                return;
            }
        }
        forms.merge(form, new Form(places, form.length() - joint), Form::with);
    }

    private static String fold(String word) {
        char[] input = word.toLowerCase(Locale.ROOT).toCharArray();
        char[] output = new char[input.length * 4];
        return new String(
                output, 0, ASCIIFoldingFilter.foldToASCII(input, 0, output, 0, input.length));
    }

    private static int places(List<String> flags) {
        return (flags.contains("Ca") ? FIRST : 0)
                | (flags.contains("Cb") ? MIDDLE : 0)
                | (flags.contains("Cc") ? LAST : 0);
    }

    /** The dictionary declares two-character flags. */
    static List<String> flags(String packed) {
        List<String> flags = new ArrayList<>(packed.length() / 2);
        for (int i = 0; i + 1 < packed.length(); i += 2) {
            flags.add(packed.substring(i, i + 2));
        }
        return flags;
    }
}
