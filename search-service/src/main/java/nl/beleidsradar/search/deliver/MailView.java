package nl.beleidsradar.search.deliver;

import java.net.URI;
import java.util.List;
import nl.beleidsradar.search.theme.TermMarks;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of a mail are filled with; every text in it is still to be escaped.
 *
 * @param lead what is below the heading
 * @param more alerts that are not shown
 * @param archive how complete the sources are, for a digest; null for others
 */
record MailView(
        String subject,
        String heading,
        String lead,
        List<Document> documents,
        int more,
        List<Follow> follows,
        @Nullable Archive archive,
        URI alerts,
        URI subscriptions) {

    /**
     * A document with all the reasons to tell of it.
     *
     * @param facts type, source and day
     * @param more mentions that are not shown
     */
    record Document(
            String title,
            String facts,
            URI page,
            @Nullable String atSource,
            List<Reason> reasons,
            int more) {}

    /**
     * @param followers names of the subscriptions it is a reason for
     */
    record Reason(String subject, String followers, List<Passage> passages) {}

    record Passage(List<TermMarks.Piece> pieces, @Nullable Integer page, boolean newVersion) {}

    /** A subscription that the mail is sent for. */
    record Follow(String name, String subjects, String frequency, URI pause, URI end) {}

    /**
     * @param sources empty where they could not be asked
     */
    record Archive(List<Source> sources, URI page) {}

    /**
     * @param state in words
     * @param lastPoll when it was looked at last; null where it was not
     */
    record Source(
            String name,
            String state,
            boolean complete,
            long held,
            long listed,
            long failed,
            long missing,
            @Nullable String lastPoll) {}
}
