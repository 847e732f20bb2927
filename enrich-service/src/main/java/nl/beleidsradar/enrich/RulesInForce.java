package nl.beleidsradar.enrich;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.enrich.reference.ReferenceFinder;
import nl.beleidsradar.enrich.theme.Theme;
import nl.beleidsradar.enrich.theme.ThemeFileException;
import nl.beleidsradar.service.EventJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force now: the packaged themes, each replaced by what staff made of it since. A
 * change takes effect for the next document; one that cannot be used leaves the old rules in force.
 */
final class RulesInForce implements Supplier<Rules> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private final TreeMap<String, ThemeSource> files = new TreeMap<>();
    private final ReferenceFinder finder;
    private volatile Rules current;

    RulesInForce(Collection<ThemeSource> packaged, ReferenceFinder finder) {
        packaged.forEach(file -> files.put(file.theme().id(), file));
        this.finder = finder;
        this.current = Rules.of(files.values(), finder);
    }

    @Override
    public Rules get() {
        return current;
    }

    /**
     * Takes up one record of the log of themes.
     *
     * @throws RuntimeException if it cannot be used
     */
    synchronized void take(String key, byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("theme " + key + " cannot be removed");
        }
        ThemeChanged change = EventJson.read(value, ThemeChanged.class);
        ThemeSource held = files.get(change.id());
        if (!change.replaces(held == null ? 0 : held.theme().version())) {
            LOG.info("theme {} stays at version {}, not {}", key, version(held), change.version());
            return;
        }
        ThemeSource file = ThemeSource.read(change.id() + ".yaml", change.content());
        if (!file.theme().id().equals(change.id())) {
            throw new ThemeFileException(file.name(), "id is " + file.theme().id());
        }
        files.put(change.id(), file.withVersion(change.version()));
        current = Rules.of(files.values(), finder);
        LOG.info(
                "theme {} in force at version {}, ruleset {}",
                change.id(),
                change.version(),
                current.ruleset().version());
    }

    synchronized List<Theme> themes() {
        return files.values().stream().map(ThemeSource::theme).toList();
    }

    /** What the rules would be with this theme in place of the one of its id. */
    synchronized Rules with(ThemeSource candidate) {
        List<ThemeSource> all = new ArrayList<>(files.values());
        all.removeIf(file -> file.theme().id().equals(candidate.theme().id()));
        all.add(candidate);
        return Rules.of(all, finder);
    }

    private static int version(@Nullable ThemeSource file) {
        return file == null ? 0 : file.theme().version();
    }
}
