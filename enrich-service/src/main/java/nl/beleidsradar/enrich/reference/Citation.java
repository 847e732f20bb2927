package nl.beleidsradar.enrich.reference;

import java.util.List;
import java.util.Optional;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/** A match of a Kamerstuk pattern with the dossier that was read at it. */
record Citation(Match match, Dossier dossier) {

    /** Papers of the Eerste Kamer up to the session 2009-2010 carry the year in their id. */
    private static final int LAST_YEAR_IN_ID = 2009;

    private static final Template CHAMBER = new Template("{chamber:chamber}");

    boolean ofSenate() {
        return CHAMBER.filled(match::group).equals("ek");
    }

    Citation withAddition(@Nullable String addition) {
        return new Citation(match, dossier.with(addition));
    }

    /** The id of a paper in the dossier, by its number or letter. */
    String paper(String number) {
        Optional<ParliamentaryYear> year =
                Optional.ofNullable(match.group("session"))
                        .flatMap(ParliamentaryYear::parse)
                        .filter(session -> session.begins() <= LAST_YEAR_IN_ID)
                        .filter(session -> Character.isUpperCase(number.charAt(0)));
        return "kst-" + year.map(y -> y.inIds() + "-").orElse("") + dossier.id() + "-" + number;
    }

    MatchReader.Reading papers(int end, List<String> numbers) {
        return reading(
                end,
                numbers.stream()
                        .map(number -> new Target(ReferenceKind.KAMERSTUK, paper(number)))
                        .toList());
    }

    MatchReader.Reading dossiers(int end, List<String> ids) {
        return reading(
                end,
                ids.stream()
                        .map(id -> new Target(ReferenceKind.DOSSIER, "dossier:" + id))
                        .toList());
    }

    private MatchReader.Reading reading(int end, List<Target> targets) {
        return new MatchReader.Reading(match.start(), end, targets);
    }
}
