package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Reference.Role;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the packaged grammar files. {@code _fragments.yaml} holds what they share: the order of the
 * families, named fragments, the addresses of each kind, and the version.
 */
final class GrammarReader {

    private final GrammarFile shared = GrammarFile.packaged("_fragments");
    private final Map<String, String> fragments = shared.part("fragments").map();
    private final DossierNumbers dossiers =
            new DossierNumbers(
                    Set.copyOf(shared.texts("budgets")), Set.copyOf(shared.texts("councils")));
    private final LegalNames names = LegalNames.packaged();
    private final Map<String, String> acts = shared.part("acts").map();

    int version() {
        return shared.number("version");
    }

    /** The families, in the order in which they take their spans. */
    List<PatternGrammar> grammars() {
        return shared.texts("families").stream().map(this::grammar).toList();
    }

    DossierNumbers dossiers() {
        return dossiers;
    }

    /** Where documents are published, the more particular forms first. */
    Addresses addresses() {
        List<Address> addresses = new ArrayList<>(names.addresses());
        shared.parts("addresses").stream()
                .map(address ->
                        new Address(
                                kind(address.text("kind")),
                                Pattern.compile(address.text("canonical")),
                                new Template(address.text("address"))))
                .forEach(addresses::add);
        return new Addresses(addresses);
    }

    private PatternGrammar grammar(String family) {
        return grammar(GrammarFile.packaged(family));
    }

    /**
     * Reads a family.
     *
     * @throws GrammarException with the line, if a pattern cannot be used or examples are missing
     */
    PatternGrammar grammar(GrammarFile file) {
        GrammarCheck.family(file);
        String family = file.name();
        List<CitationPattern> patterns = new ArrayList<>();
        for (GrammarFile pattern : file.parts("patterns")) {
            GrammarCheck.pattern(pattern);
            patterns.add(pattern(family, pattern));
        }
        return new PatternGrammar(family, patterns);
    }

    private CitationPattern pattern(String family, GrammarFile pattern) {
        String name = family + "/" + pattern.text("name");
        try {
            List<String> literals =
                    "treaty-name".equals(pattern.textOrNull("reader"))
                            ? names.literals()
                            : pattern.texts("literals");
            boolean near = "dossier-number".equals(pattern.textOrNull("near"));
            GrammarCheck.literals(literals, near);
            String expression = spaced(expanded(pattern.text("match"), 0));
            GrammarCheck.expression(expression);
            return new CitationPattern(
                    name,
                    Expression.of(expression),
                    literals.stream().map(literal -> literal.toLowerCase(Locale.ROOT)).toList(),
                    near,
                    pattern.numberOr("reach", 0),
                    places(pattern.texts("places")),
                    reader(pattern),
                    role(pattern.textOrNull("role")));
        } catch (IllegalArgumentException e) {
            throw new GrammarException(pattern.name(), name + " " + e.getMessage(), e);
        }
    }

    /** Replaces each {@code <name>} that names a fragment. */
    private String expanded(String expression, int depth) {
        if (depth > 8) {
            throw new IllegalArgumentException("fragments name each other in a circle");
        }
        String out = expression;
        for (Map.Entry<String, String> fragment : fragments.entrySet()) {
            String place = "%" + fragment.getKey() + "%";
            if (out.contains(place)) {
                out = out.replace(place, "(?:" + expanded(fragment.getValue(), depth + 1) + ")");
            }
        }
        return out;
    }

    /** A line may end wherever an expression has a space, except in a class like {@code [ ]}. */
    private static String spaced(String expression) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean escaped = i > 0 && expression.charAt(i - 1) == '\\';
            inClass = escaped ? inClass : inClass ? c != ']' : c == '[';
            out.append(c == ' ' && !inClass ? "[ \n]" : String.valueOf(c));
        }
        return out.toString();
    }

    private MatchReader reader(GrammarFile pattern) {
        return switch (pattern.textOrNull("reader")) {
            case "kamerstuk" ->
                    new KamerstukReader(
                            dossiers,
                            KamerstukReader.Evidence.valueOf(
                                    pattern.text("evidence").toUpperCase(Locale.ROOT)));
            case "eu-act" -> new EuActReader(acts);
            case "article" -> new ArticleReader(names);
            case "treaty-name" -> new TreatyNameReader(names);
            case "address" -> new AddressReader();
            case "look-alike" ->
                    match -> new MatchReader.Reading(match.start(), match.end(), List.of());
            case null ->
                    new TemplateReader(
                            kind(pattern.text("kind")),
                            new Template(pattern.text("canonical")),
                            pattern.textOrNull("each"),
                            Pattern.compile(pattern.textOr("item", TemplateReader.NUMBER)));
            case String other -> throw new IllegalArgumentException("no reader is called " + other);
        };
    }

    private static Set<Place> places(List<String> names) {
        if (names.isEmpty()) {
            return EnumSet.of(Place.TEXT, Place.TITLE);
        }
        EnumSet<Place> places = EnumSet.noneOf(Place.class);
        names.forEach(
                name -> places.add(Place.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'))));
        return places;
    }

    private static ReferenceKind kind(String name) {
        return ReferenceKind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Role role(@Nullable String name) {
        return name == null
                ? Role.CITED
                : Role.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
