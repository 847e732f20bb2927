package nl.beleidsradar.search.theme;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ThemeChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Saves a theme: has it checked by enrich-service, gives it the next version, and writes it to the
 * log unless someone else saved first.
 */
@Component
public final class ThemeEditing {

    private static final Logger LOG = LoggerFactory.getLogger(ThemeEditing.class);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int UNPROCESSABLE = 422;

    private final Themes themes;
    private final EnrichService enrich;
    private final ThemeLog log;
    private final Clock clock = Clock.systemUTC();

    ThemeEditing(Themes themes, EnrichService enrich, ThemeLog log) {
        this.themes = themes;
        this.enrich = enrich;
        this.log = log;
    }

    /**
     * @param expected version that must be in force, 0 for none; null where the caller does not say
     */
    public SaveOutcome save(String id, Submission file, @Nullable Integer expected) {
        if (!ID.matcher(id).matches()) {
            return new SaveOutcome.Refused(
                    UNPROCESSABLE, "a theme id matches " + ID + ", not " + id, List.of());
        }
        @Nullable Integer claimed = file.version();
        // Told before the file is checked, so that nobody mends a file that comes too late.
        SaveOutcome.@Nullable Overtaken early = overtaken(id, expected, claimed);
        if (early != null) {
            return early;
        }
        return checkedAndWritten(id, file, expected, claimed);
    }

    /** Saves a theme under the id in its file, if there is none of that id. */
    public SaveOutcome create(Submission file) {
        return checkedAndWritten(null, file, 0, null);
    }

    private SaveOutcome checkedAndWritten(
            @Nullable String id,
            Submission file,
            @Nullable Integer expected,
            @Nullable Integer claimed) {
        return switch (enrich.check(file)) {
            case EnrichAnswer.Away<CheckedTheme> away ->
                    new SaveOutcome.Unavailable(away.detail(), false);
            case EnrichAnswer.Refused<CheckedTheme> r ->
                    new SaveOutcome.Refused(r.status(), r.detail(), r.problems());
            case EnrichAnswer.Given<CheckedTheme> given -> {
                CheckedTheme checked = given.value();
                yield id == null || checked.id().equals(id)
                        ? write(checked, expected, claimed)
                        : new SaveOutcome.Refused(
                                UNPROCESSABLE,
                                "the file is about theme " + checked.id() + ", not " + id,
                                List.of());
            }
        };
    }

    private SaveOutcome write(
            CheckedTheme checked, @Nullable Integer expected, @Nullable Integer claimed) {
        String id = checked.id();
        var result = new AtomicReference<@Nullable SaveOutcome>();
        ThemeLog.Outcome written = log.write(() -> decide(checked, expected, claimed, result));
        return switch (written) {
            case ThemeLog.Outcome.Busy _ -> new SaveOutcome.Busy();
            case ThemeLog.Outcome.Unavailable(String detail, boolean saved) ->
                    new SaveOutcome.Unavailable(detail, saved);
            case ThemeLog.Outcome.Written _, ThemeLog.Outcome.Nothing _ -> {
                @Nullable SaveOutcome decided = result.get();
                if (decided == null) {
                    throw new IllegalStateException(id + ": nothing was decided");
                }
                if (decided instanceof SaveOutcome.Saved(Theme theme, boolean _)) {
                    LOG.info("saved theme {} version {}", id, theme.version());
                }
                yield decided;
            }
        };
    }

    private Optional<ThemeChanged> decide(
            CheckedTheme checked,
            @Nullable Integer expected,
            @Nullable Integer claimed,
            AtomicReference<@Nullable SaveOutcome> result) {
        String id = checked.id();
        SaveOutcome.@Nullable Overtaken late = overtaken(id, expected, claimed);
        if (late != null) {
            result.set(late);
            return Optional.empty();
        }
        int present = themes.version(id);
        try {
            // What is kept is in milliseconds, as it is written.
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Theme theme = ThemeFile.withVersion(checked.content(), present + 1).changed(now);
            result.set(new SaveOutcome.Saved(theme, present == 0));
            return Optional.of(new ThemeChanged(id, theme.version(), theme.content(), now));
        } catch (IllegalArgumentException e) {
            result.set(new SaveOutcome.Refused(UNPROCESSABLE, "" + e.getMessage(), List.of()));
            return Optional.empty();
        }
    }

    private SaveOutcome.@Nullable Overtaken overtaken(
            String id, @Nullable Integer expected, @Nullable Integer claimed) {
        int present = themes.version(id);
        if (expected != null) {
            return expected == present
                    ? null
                    : new SaveOutcome.Overtaken(
                            present,
                            true,
                            "version "
                                    + expected
                                    + " of theme "
                                    + id
                                    + " is not the one in force: "
                                    + (present == 0 ? "there is none" : "that is " + present));
        }
        return claimed == null || claimed >= present
                ? null
                : new SaveOutcome.Overtaken(
                        present,
                        false,
                        "someone saved version "
                                + present
                                + " of theme "
                                + id
                                + " before you; yours is based on version "
                                + claimed);
    }
}
