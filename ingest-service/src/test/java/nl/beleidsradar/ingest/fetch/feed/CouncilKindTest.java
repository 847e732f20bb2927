package nl.beleidsradar.ingest.fetch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CouncilKindTest {

    private final Replayed replayed = new Replayed();
    private final CouncilKind kind = new CouncilKind();

    @AfterEach
    void stop() {
        replayed.close();
    }

    @Test
    void listsTheNumbersItIsGivenAndAsksNothing() throws FetchFailed {
        FeedPage page =
                replayed.read(
                        kind,
                        replayed.source(
                                "eu-council",
                                "documents",
                                "ST-9225-2024-INIT, ST-16079-2023-REV-1"),
                        null);

        assertThat(page.caughtUp()).isTrue();
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.documents())
                .extracting(ListedDocument::local)
                .containsExactly("ST-9225-2024-INIT", "ST-16079-2023-REV-1");
        ListedDocument first = page.documents().getFirst();
        assertThat(first.facts().documentType()).isEqualTo("raadsdocument");
        assertThat(first.facts().metadata())
                .isEqualTo(Map.of("officialId", List.of("ST-9225-2024-INIT")));
        assertThat(first.files())
                .extracting(f -> f.address().getPath(), ListedFile::fileName)
                .containsExactly(
                        tuple("/doc/document/ST-9225-2024-INIT/nl/pdf", "ST-9225-2024-INIT-nl.pdf"),
                        tuple(
                                "/doc/document/ST-9225-2024-INIT/en/pdf",
                                "ST-9225-2024-INIT-en.pdf"));
        assertThat(replayed.server.requests()).isEmpty();
    }

    @Test
    void refusesWhatIsNoNumberOfTheCouncil() {
        FeedSource source = replayed.source("eu-council", "documents", "ST-9225-2024-INIT/../../x");

        assertThatThrownBy(() -> replayed.read(kind, source, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eu-council");
    }
}
