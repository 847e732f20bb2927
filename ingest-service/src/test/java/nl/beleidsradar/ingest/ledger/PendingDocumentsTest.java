package nl.beleidsradar.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingDocumentsTest {

    @Test
    void aDocumentOfferedWhileInWorkIsWorkedOnOnceMoreByTheSameWorker() throws Exception {
        PendingDocuments pending = new PendingDocuments();
        List<String> worked = new ArrayList<>();
        pending.add("a");
        pending.take(id -> {
            worked.add(id);
            if (worked.size() == 1) {
                pending.add("a");
                takeElsewhere(pending);
                assertThat(worked).hasSize(1);
            }
        });
        assertThat(worked).containsExactly("a", "a");
    }

    @Test
    void whatIsNewGoesBeforeAllBackFillHoweverMuchOfItWaits() throws Exception {
        PendingDocuments pending = new PendingDocuments();
        for (int i = 0; i < 100_000; i++) {
            pending.add("old" + i, true);
        }
        pending.add("new1");
        pending.add("new2");
        List<String> worked = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pending.take(worked::add);
        }
        assertThat(worked).containsExactly("new1", "new2", "old0", "old1");
        assertThat(pending.size()).isEqualTo(99_998);
    }

    private static void takeElsewhere(PendingDocuments pending) {
        try {
            pending.take(id -> {
                throw new AssertionError(id + " is with two workers");
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
