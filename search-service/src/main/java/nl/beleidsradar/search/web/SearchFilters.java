package nl.beleidsradar.search.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.search.query.SearchPage;
import nl.beleidsradar.search.query.SearchQuery;
import org.jspecify.annotations.Nullable;

/** The filters of a search as links: each is an address, so that no script is needed. */
record SearchFilters(SearchQuery query, Wording say) {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** A filter in force, with the address of the search without it. */
    record Active(String name, String value, String href) {}

    /** One kind of filter and its values. */
    record Facet(String name, String label, List<Choice> choices) {

        static final int SHOWN = 8;

        /** Those to show at once. */
        public List<Choice> first() {
            return choices.subList(0, Math.min(SHOWN, choices.size()));
        }

        public List<Choice> more() {
            return choices.subList(Math.min(SHOWN, choices.size()), choices.size());
        }
    }

    /**
     * A value of a filter.
     *
     * @param count documents that have it; null where it is not counted
     * @param href the search with it or, where it is in force, without
     */
    record Choice(String label, @Nullable Long count, String href, boolean active) {}

    List<Active> active() {
        List<Active> active = new ArrayList<>();
        add(active, "theme", query.theme(), say::theme);
        add(active, "strength", query.strength(), v -> say.text("strength." + v));
        add(active, "source", query.source(), say::source);
        add(active, "type", query.type(), say::type);
        add(active, "dossier", query.dossier(), v -> v);
        add(active, "reference", query.reference(), say::reference);
        @Nullable String year = year();
        if (year != null) {
            active.add(new Active(say.text("filter.year"), year, year(null)));
        } else {
            add(active, "from", query.from(), v -> say.day(query.from()));
            add(active, "to", query.to(), v -> say.day(query.to()));
        }
        return active;
    }

    private void add(
            List<Active> active, String name, @Nullable Object value, UnaryOperator<String> label) {
        if (value != null) {
            active.add(
                    new Active(
                            say.text("filter." + name),
                            label.apply(value.toString()),
                            with(name, null)));
        }
    }

    List<Facet> facets(SearchPage.Facets counts) {
        List<Facet> facets = new ArrayList<>();
        facets.add(facet("theme", counts.theme(), query.theme(), say::theme));
        if (query.theme() != null) {
            facets.add(strengths());
        }
        facets.add(facet("source", counts.source(), query.source(), say::source));
        facets.add(facet("type", counts.type(), query.type(), say::type));
        facets.add(years(counts.year()));
        facets.add(facet("dossier", counts.dossier(), query.dossier(), v -> v));
        return facets.stream().filter(f -> !f.choices().isEmpty()).toList();
    }

    private Facet facet(
            String name,
            List<SearchPage.Bucket> counts,
            @Nullable String chosen,
            UnaryOperator<String> label) {
        List<Choice> choices = new ArrayList<>();
        for (SearchPage.Bucket bucket : counts) {
            boolean active = bucket.value().equals(chosen);
            String href = with(name, active ? null : bucket.value());
            choices.add(new Choice(label.apply(bucket.value()), bucket.count(), href, active));
        }
        return new Facet(name, say.text("filter." + name), choices);
    }

    private Facet strengths() {
        List<Choice> choices = new ArrayList<>();
        for (Strength strength : List.of(Strength.MAIN, Strength.SECTION, Strength.MENTION)) {
            boolean active = strength == query.strength();
            String href = with("strength", active ? null : strength.toString());
            choices.add(new Choice(say.strength(strength), null, href, active));
        }
        return new Facet("strength", say.text("filter.strength"), choices);
    }

    private Facet years(List<SearchPage.Bucket> counts) {
        List<Choice> choices = new ArrayList<>();
        for (SearchPage.Bucket bucket : counts) {
            if (YEAR.matcher(bucket.value()).matches()) {
                boolean active = bucket.value().equals(year());
                String href = year(active ? null : bucket.value());
                choices.add(new Choice(bucket.value(), bucket.count(), href, active));
            }
        }
        return new Facet("year", say.text("filter.year"), choices);
    }

    /** The year that {@code from} and {@code to} span exactly. */
    private @Nullable String year() {
        @Nullable LocalDate from = query.from();
        @Nullable LocalDate to = query.to();
        boolean whole =
                from != null
                        && to != null
                        && from.getDayOfYear() == 1
                        && to.equals(from.plusYears(1).minusDays(1));
        return whole && from != null ? from.toString().substring(0, 4) : null;
    }

    private String year(@Nullable String year) {
        Map<String, String> changed = new LinkedHashMap<>(query.parameters());
        changed.keySet().removeAll(List.of("from", "to", "page"));
        if (year != null) {
            changed.put("from", year + "-01-01");
            changed.put("to", year + "-12-31");
        }
        return Links.search(changed);
    }

    /** The search with one parameter changed; strength is that of a theme and goes with it. */
    String with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(query.parameters());
        changed.remove("page");
        if (name.equals("theme")) {
            changed.remove("strength");
        }
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return Links.search(changed);
    }

    /** What is asked, without what only orders and cuts this one list. */
    Map<String, String> lasting() {
        return keeping("sort", "size", "from", "to");
    }

    /** Parameters that a form keeps as hidden fields while it changes others. */
    Map<String, String> keeping(String... changedByForm) {
        Map<String, String> kept = new LinkedHashMap<>(query.parameters());
        kept.remove("page");
        kept.keySet().removeAll(List.of(changedByForm));
        return kept;
    }
}
