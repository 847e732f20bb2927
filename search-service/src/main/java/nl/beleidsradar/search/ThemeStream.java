package nl.beleidsradar.search;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.beleidsradar.contract.ArchiveRetagged;
import nl.beleidsradar.contract.Events;
import nl.beleidsradar.contract.ThemeChanged;
import nl.beleidsradar.search.theme.ArchiveProgress;
import nl.beleidsradar.search.theme.ThemeLog;
import nl.beleidsradar.search.theme.Themes;
import nl.beleidsradar.service.EventJson;
import nl.beleidsradar.service.EventMessages;
import nl.beleidsradar.service.FencedLog;
import nl.beleidsradar.service.KafkaConnection;
import nl.beleidsradar.service.LogView;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The edge to the logs of themes: follows what staff saved and how far the archive is, and writes
 * what they save now.
 */
@Component
class ThemeStream implements ThemeLog, InitializingBean, DisposableBean {

    private final LogView changes;
    private final LogView progress;
    private final FencedLog log;

    ThemeStream(Environment environment, Themes themes, ArchiveProgress archive) {
        Map<String, Object> connection = KafkaConnection.of(environment);
        changes =
                new LogView(
                        Events.THEMES_TOPIC, connection, (id, json) -> change(themes, id, json));
        progress =
                new LogView(Events.RETAGGED_TOPIC, connection, (_, json) -> report(archive, json));
        log = new FencedLog(Events.THEMES_TOPIC, changes, "themes-writer", connection);
    }

    @Override
    public void afterPropertiesSet() {
        changes.start();
        progress.start();
    }

    @Override
    public void destroy() {
        log.close();
        changes.close();
        progress.close();
    }

    private static void change(Themes themes, String id, byte @Nullable [] json) {
        if (json == null) {
            // The ruleset's version is a sum of theme versions: without one it would go back.
            throw new IllegalArgumentException("theme " + id + " cannot be removed");
        }
        ThemeChanged change = EventJson.read(json, ThemeChanged.class);
        if (!change.id().equals(id)) {
            throw new IllegalArgumentException("theme " + change.id() + " under another key");
        }
        themes.take(change);
    }

    private static void report(ArchiveProgress archive, byte @Nullable [] json) {
        if (json != null) {
            archive.take(EventJson.read(json, ArchiveRetagged.class));
        }
    }

    @Override
    public Outcome write(Supplier<Optional<ThemeChanged>> change) {
        return switch (log.write(() -> change.get().map(ThemeStream::record).stream().toList())) {
            case FencedLog.Outcome.Written _ -> new Outcome.Written();
            case FencedLog.Outcome.Nothing _ -> new Outcome.Nothing();
            case FencedLog.Outcome.Busy _ -> new Outcome.Busy();
            case FencedLog.Outcome.Unavailable(String detail, boolean saved) ->
                    new Outcome.Unavailable(detail, saved);
        };
    }

    private static ProducerRecord<byte[], byte[]> record(ThemeChanged change) {
        return EventMessages.record(
                Events.THEMES_TOPIC,
                Events.THEME_TYPE,
                "search-service",
                change.id(),
                EventJson.write(change));
    }
}
