package nl.beleidsradar.enrich.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Reference.Role;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.enrich.reference.Landmarks.Landmark;

/**
 * Reads which number of the own dossier a paper replaces: "ter vervanging van die gedrukt onder nr.
 * 19".
 */
final class ReplacedPaper {

    private static final Landmark REPLACEMENT = Landmark.of("vervanging");
    private static final Landmark INSTEAD_OF = Landmark.of("t.v.v.");

    private static final Pattern PRINTED =
            Pattern.compile(
                    "(?i)ter[ \n]vervanging[ \n]van[ \n](?:die|dat|de|het)[a-z \n]{0,40}[ \n]onder"
                            + "[ \n]nrs?\\.?[ \n]?([0-9]{1,4})");
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?i)(?:t\\.v\\.v\\.|ter[ \n]vervanging[ \n]van)[ \n](nr\\.?[ \n]?([0-9]{1,4}))(?:[ \n,.;)]|$)");

    private ReplacedPaper() {}

    /**
     * @param head the normalised opening of a document
     */
    static List<Mention> in(String head, String dossier) {
        List<Mention> found = new ArrayList<>();
        Matcher printed = Landmarks.find(PRINTED, head, REPLACEMENT, 4, 0);
        if (printed != null) {
            found.add(mention(printed.start(), printed.end(), dossier, printed.group(1)));
        }
        Matcher numbered = Landmarks.find(NUMBERED, head, REPLACEMENT, 4, 0);
        if (numbered == null) {
            numbered = Landmarks.find(NUMBERED, head, INSTEAD_OF, 0, 0);
        }
        if (numbered != null) {
            found.add(mention(numbered.start(1), numbered.end(1), dossier, numbered.group(2)));
        }
        return found;
    }

    private static Mention mention(int start, int end, String dossier, String number) {
        return new Mention(
                "replaced",
                start,
                end,
                List.of(new Target(ReferenceKind.KAMERSTUK, "kst-" + dossier + "-" + number)),
                Role.PREVIOUS_VERSION);
    }
}
