package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/** The packaged names of laws and treaties, with the addresses of the treaties. */
final class LegalNames {

    private static final int LONGEST_LITERAL = 12;
    private static final int SHORTEST_BEFORE_HYPHEN = 8;

    private final NameTrie inArticles = new NameTrie();
    private final NameTrie treaties = new NameTrie();
    private final List<String> literals = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();

    static LegalNames packaged() {
        LegalNames names = new LegalNames();
        GrammarFile.packaged("_laws").parts("laws").forEach(names::addLaw);
        GrammarFile.packaged("_treaties").parts("treaties").forEach(names::addTreaty);
        return names;
    }

    /** The law or treaty whose name stands here, after the number of an article. */
    NameTrie.@Nullable Hit inArticle(CharSequence text, int start) {
        return inArticles.longestAt(text, start);
    }

    /** The treaty whose name stands here. */
    NameTrie.@Nullable Hit treaty(CharSequence text, int start) {
        return treaties.longestAt(text, start);
    }

    /** How the names of treaties begin. */
    List<String> literals() {
        return literals.stream().distinct().toList();
    }

    List<Address> addresses() {
        return List.copyOf(addresses);
    }

    private void addLaw(GrammarFile law) {
        Map<String, String> books =
                law.values().containsKey("books") ? law.part("books").map() : Map.of();
        String prefix = law.textOrNull("prefix");
        for (String name : namesOf(law)) {
            inArticles.add(
                    new LegalName(
                            name,
                            law.textOrNull("id"),
                            false,
                            false,
                            prefix == null ? "" : prefix + ":",
                            books));
        }
    }

    private void addTreaty(GrammarFile treaty) {
        String id = treaty.text("id");
        for (String name : namesOf(treaty)) {
            LegalName legal = new LegalName(name, id, true, true, "", Map.of());
            inArticles.add(legal);
            treaties.add(legal);
            literals.add(literal(name));
        }
        for (String name : treaty.texts("inArticles")) {
            inArticles.add(new LegalName(name, id, true, false, "", Map.of()));
        }
        String address = treaty.textOrNull("address");
        if (address != null) {
            addresses.add(
                    new Address(
                            ReferenceKind.VERDRAG,
                            Pattern.compile(Pattern.quote(id)),
                            new Template(address)));
        }
    }

    private static List<String> namesOf(GrammarFile law) {
        List<String> names = law.texts("names");
        if (names.isEmpty()) {
            throw new GrammarException(law.name(), "a law or treaty has no names");
        }
        return names;
    }

    /** The opening of a name, up to a hyphen that a line break may have taken away. */
    private static String literal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int hyphen = lower.indexOf('-', SHORTEST_BEFORE_HYPHEN);
        int end = hyphen < 0 ? lower.length() : hyphen;
        return lower.substring(0, Math.min(end, LONGEST_LITERAL));
    }
}
