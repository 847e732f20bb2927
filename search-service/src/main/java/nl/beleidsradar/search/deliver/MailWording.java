package nl.beleidsradar.search.deliver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.alert.AlertDocument;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Subject;
import nl.beleidsradar.search.theme.Themes;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** How a mail names things: in Dutch, as the pages do; a value without a name names itself. */
@Component
final class MailWording {

    static final Locale DUTCH = Locale.of("nl");

    private static final ZoneId DUTCH_TIME = ZoneId.of("Europe/Amsterdam");
    private static final Pattern KAMERSTUK =
            Pattern.compile("kst-(\\d{5}(?:-[A-Z][A-Za-z-]*)?)-([0-9A-Za-z]+)");

    private final Themes themes;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    MailWording(Themes themes) {
        this.themes = themes;
        // What mails say, and the names that the pages use too.
        messages.setBasenames("mail/messages", "messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    MessageSource messages() {
        return messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, DUTCH);
    }

    String name(String prefix, String value) {
        return Objects.requireNonNullElse(
                messages.getMessage(prefix + value, null, value, DUTCH), value);
    }

    /** {@code thema Cyber}, {@code zoekvraag ‘weerbaarheid’}. */
    String subject(Subject subject) {
        return switch (subject.kind()) {
            case THEME -> text("subject.theme", themes.label(subject.value(), DUTCH));
            case QUERY -> text("subject.query", subject.value());
            case DOSSIER -> text("subject.dossier", subject.value());
            case REFERENCE -> text("subject.reference", reference(subject.value()));
        };
    }

    /** As short as the subject line of a mail wants it. */
    String shortly(Subject subject) {
        return switch (subject.kind()) {
            case THEME -> themes.label(subject.value(), DUTCH);
            case QUERY -> "‘" + subject.value() + "’";
            case DOSSIER -> text("subject.dossier", subject.value());
            case REFERENCE -> reference(subject.value());
        };
    }

    private String reference(String canonical) {
        Matcher kamerstuk = KAMERSTUK.matcher(canonical);
        return kamerstuk.matches()
                ? text("reference.kamerstuk", kamerstuk.group(1), kamerstuk.group(2))
                : canonical;
    }

    String follow(Follow follow) {
        List<Subject> parts = new java.util.ArrayList<>();
        if (follow.theme() != null) {
            parts.add(new Subject(Subject.Kind.THEME, follow.theme()));
        }
        if (follow.query() != null) {
            parts.add(new Subject(Subject.Kind.QUERY, follow.query()));
        }
        if (follow.dossier() != null) {
            parts.add(new Subject(Subject.Kind.DOSSIER, follow.dossier()));
        }
        if (follow.reference() != null) {
            parts.add(new Subject(Subject.Kind.REFERENCE, follow.reference()));
        }
        return String.join(
                " " + text("follow.and") + " ", parts.stream().map(this::subject).toList());
    }

    /** Type, source and day. */
    String facts(AlertDocument document) {
        String what = name("type.", document.type()) + " · " + name("source.", document.source());
        LocalDate day = document.published();
        return day == null ? what : what + " · " + day(day);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH).format(day);
    }

    String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, DUTCH_TIME));
    }

    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", DUTCH)
                .format(moment.atZone(DUTCH_TIME));
    }
}
