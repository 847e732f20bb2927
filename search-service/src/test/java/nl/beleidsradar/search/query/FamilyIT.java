package nl.beleidsradar.search.query;

import static nl.beleidsradar.search.TestDocument.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.beleidsradar.contract.ReferenceKind;
import nl.beleidsradar.search.TestArchive;
import nl.beleidsradar.search.TestDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One piece at several sources, on a real Elasticsearch, whatever came first. */
@Tag("once")
class FamilyIT {

    @TempDir static Path store;

    private static final String LETTER = words(300, 1) + " Geachte heer Jansen, op 3 maart 2021.";
    private static final String OTHER = words(300, 1) + " Geachte heer Pietersen, op 4 mei 2021.";

    @Test
    void listsTheCopiesAndTheEarliestWhateverTheOrder() {
        for (int seed = 0; seed < 3; seed++) {
            List<TestDocument> documents = new ArrayList<>(documents());
            Collections.shuffle(documents, new Random(seed));
            try (TestArchive archive = new TestArchive(store)) {
                documents.forEach(archive::put);
                // Once more, as a rebuild does.
                archive.put(documents.toArray(TestDocument[]::new));

                for (String id :
                        List.of("ob:kst-31125-1", "tk:2024D00001", "ro:brief", "oo:druk")) {
                    DocumentView view = archive.search().document(id).orElseThrow();
                    assertThat(copies(view))
                            .as("%s with seed %s", id, seed)
                            .containsExactlyInAnyOrderElementsOf(
                                    without(
                                            id,
                                            "ob:kst-31125-1",
                                            "tk:2024D00001",
                                            "ro:brief",
                                            "oo:druk"));
                    assertThat(view.family()).isEqualTo("kst-31125-1");
                    assertThat(view.earliest().id()).isEqualTo("ro:brief");
                }
                assertThat(copies(archive.search().document("ro:ander").orElseThrow())).isEmpty();
                // What has no number of its own is a copy of both.
                assertThat(copies(archive.search().document("ob:kst-31125-2").orElseThrow()))
                        .containsExactlyInAnyOrder("ro:brief", "oo:druk");
                assertThat(archive.search().search(SearchQuery.ALL).total()).isEqualTo(6);
            }
        }
    }

    private static List<TestDocument> documents() {
        return List.of(
                document("ob:kst-31125-1").text(LETTER).published("2024-04-03"),
                // By its number, with other words.
                document("tk:2024D00001")
                        .text("Een scan zonder veel tekst.")
                        .self(ReferenceKind.KAMERSTUK, "kst-31125-1")
                        .published("2024-04-02"),
                // By equal words, without a number.
                document("ro:brief").text(LETTER.replace(". ", ".\n")).published("2024-04-01"),
                // By nearly equal words.
                document("oo:druk").text("Onze lezing. " + LETTER).published("2024-04-05"),
                // Another letter from the same model.
                document("ro:ander").text(OTHER).published("2024-03-01"),
                // Another number is another piece, also with equal words.
                document("ob:kst-31125-2").text(LETTER).published("2024-03-01"));
    }

    private static List<String> copies(DocumentView view) {
        return view.copies();
    }

    private static List<String> without(String id, String... all) {
        return Arrays.stream(all).filter(a -> !a.equals(id)).toList();
    }

    private static String words(int count, int seed) {
        Random random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("woord").append((char) ('a' + random.nextInt(26)));
            text.append((char) ('a' + random.nextInt(26))).append(i % 10 == 9 ? ". " : " ");
        }
        return text.toString().strip();
    }
}
