package nl.beleidsradar.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.search.index.Dossier;
import org.jspecify.annotations.Nullable;

/** What a subscription is about, in a reader's words: each part with the page that shows it. */
record FollowWords(List<Part> parts) {

    /**
     * One condition.
     *
     * @param href null where no page shows it
     */
    record Part(String text, @Nullable String href) {}

    static FollowWords of(Follow follow, @Nullable Strength least, Wording say) {
        List<Part> parts = new ArrayList<>();
        if (follow.theme() != null) {
            parts.add(part(Subject.Kind.THEME, follow.theme(), say));
        }
        if (least != null && least != Strength.MENTION) {
            parts.add(new Part(say.text("followed.least." + least), null));
        }
        if (follow.query() != null) {
            parts.add(part(Subject.Kind.QUERY, follow.query(), say));
        }
        if (follow.dossier() != null) {
            parts.add(part(Subject.Kind.DOSSIER, follow.dossier(), say));
        }
        if (follow.reference() != null) {
            parts.add(part(Subject.Kind.REFERENCE, follow.reference(), say));
        }
        if (follow.source() != null) {
            parts.add(new Part(say.text("followed.source", say.source(follow.source())), null));
        }
        if (follow.type() != null) {
            parts.add(new Part(say.text("followed.type", say.type(follow.type())), null));
        }
        return new FollowWords(List.copyOf(parts));
    }

    /** One subject, as of a mention. */
    static Part of(Subject subject, Wording say) {
        return part(subject.kind(), subject.value(), say);
    }

    private static Part part(Subject.Kind kind, String value, Wording say) {
        return switch (kind) {
            case THEME ->
                    new Part(say.text("followed.theme", say.theme(value)), Links.theme(value));
            case QUERY ->
                    new Part(say.text("followed.query", value), Links.search(Map.of("q", value)));
            case DOSSIER ->
                    new Part(
                            say.text("followed.dossier", say.dossier(value)),
                            Links.dossier(Dossier.normal(value)));
            case REFERENCE ->
                    new Part(
                            say.text("followed.reference", say.reference(value)),
                            Links.reference(value));
        };
    }

    /** All of it on one line. */
    public String line() {
        return parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }
}
