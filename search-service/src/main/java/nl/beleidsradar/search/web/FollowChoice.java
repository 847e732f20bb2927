package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.contract.ThemeTag;
import nl.beleidsradar.search.query.DocumentView;

/** Something that a reader of a document can begin to follow, and the form where that is done. */
record FollowChoice(String label, String href) {

    private static final int MOST = 12;
    private static final String HASH = "sha256-";

    /** Who cites the document, its dossiers, its themes; without any of these, its title. */
    static List<FollowChoice> of(DocumentView document, Wording say) {
        List<FollowChoice> choices = new ArrayList<>();
        for (String number : numbers(document)) {
            String label = say.text("follow.cites", say.reference(number));
            choices.add(new FollowChoice(label, Links.follow(Map.of("reference", number))));
        }
        for (String dossier : document.dossiers()) {
            String label = say.text("follow.dossier", say.dossier(dossier));
            choices.add(new FollowChoice(label, Links.follow(Map.of("dossier", dossier))));
        }
        for (ThemeTag theme : document.themes()) {
            String label = say.text("follow.theme", say.theme(theme.id()));
            choices.add(new FollowChoice(label, Links.follow(Map.of("theme", theme.id()))));
        }
        if (choices.isEmpty()) {
            String title = "\"" + document.title().replace('"', ' ').strip() + "\"";
            choices.add(
                    new FollowChoice(say.text("follow.title"), Links.follow(Map.of("q", title))));
        }
        return choices.stream().limit(MOST).toList();
    }

    /** The document's own numbers: as it prints them, else as its source names it. */
    private static Set<String> numbers(DocumentView document) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Reference r : document.references()) {
            if (r.role() == Reference.Role.SELF && r.kind() != ReferenceKind.DOSSIER) {
                numbers.add(r.canonical());
            }
        }
        String family = document.family();
        if (numbers.isEmpty() && !family.startsWith(HASH) && !family.equals(document.id())) {
            numbers.add(family);
        }
        return numbers;
    }
}
