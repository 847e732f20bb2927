package nl.beleidsradar.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyzeCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answersEachLineInOrder() {
        int exit =
                run(
                        """
                        {"id":"b","text":"Over cyberaanvallen."}
                        {"id":"a","title":"Klimaatwet","text":"Niets.","published":"2021-06-04"}
                        """);

        assertThat(exit).isZero();
        assertThat(results()).extracting(r -> r.get("id").stringValue()).containsExactly("b", "a");
        JsonNode theme = results().getFirst().get("themes").get(0);
        assertThat(theme.get("id").stringValue()).isEqualTo("cyber");
        assertThat(theme.get("strength").stringValue()).isEqualTo("mention");
        JsonNode passage = theme.get("passages").get(0);
        assertThat(passage.get("start").intValue()).isZero();
        assertThat(passage.get("end").intValue()).isEqualTo(20);
        assertThat(passage.get("terms").get(0).stringValue()).isEqualTo("cyberaanvallen");
        assertThat(passage.has("page")).isFalse();
        assertThat(
                        results()
                                .getLast()
                                .get("themes")
                                .get(0)
                                .get("passages")
                                .get(0)
                                .get("in")
                                .stringValue())
                .isEqualTo("title");
    }

    @Test
    void aDocumentWithoutFindsHasEmptyLists() {
        run("{\"id\":\"x\",\"text\":\"\"}\n");

        assertThat(out.toString(UTF_8))
                .isEqualTo("{\"id\":\"x\",\"themes\":[],\"references\":[]}\n");
    }

    @Test
    void namesABadLineAndGoesOn() {
        int exit =
                run(
                        """
                        {"id":"a","text":"geheim

                        {"id":"b"}
                        [1]
                        {"id":"c","text":"x","published":"morgen"}
                        {"text":"x"}
                        {"id":7,"text":"x"}
                        {"id":"d","text":"goed"}\
                        """);

        assertThat(exit).isEqualTo(1);
        assertThat(results()).extracting(r -> r.get("id").stringValue()).containsExactly("d");
        assertThat(err.toString(UTF_8).lines())
                .hasSize(6)
                .anyMatch(l -> l.startsWith("line 1: "))
                .anyMatch(l -> l.equals("line 3: text is missing"))
                .anyMatch(l -> l.startsWith("line 4: "))
                .anyMatch(l -> l.startsWith("line 5: published"))
                .anyMatch(l -> l.equals("line 6: id is missing"))
                .anyMatch(l -> l.startsWith("line 7: "))
                .noneMatch(l -> l.contains("geheim"));
    }

    @Test
    void skipsALineBeyondTheLimitAndOneThatIsNotUtf8() {
        byte[] bad = "{\"id\":\"a\",\"text\":\"caf\u00e9\"}\n".getBytes(ISO_8859_1);
        byte[] good =
                ("{\"id\":\"b\",\"text\":\""
                                + "x".repeat(500)
                                + "\"}\n{\"id\":\"c\",\"text\":\"é\"}")
                        .getBytes(UTF_8);
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(bad);
        input.writeBytes(good);

        int exit = run(input.toByteArray(), 200);

        assertThat(exit).isEqualTo(1);
        assertThat(results()).extracting(r -> r.get("id").stringValue()).containsExactly("c");
        assertThat(err.toString(UTF_8)).contains("line 1: ", "line 2: longer than 200 bytes");
    }

    @Test
    void aTextWithHalfACharacterIsABadLine() {
        int exit =
                run("{\"id\":\"a\",\"text\":\"cyber \\ud800\"}\n{\"id\":\"b\",\"text\":\"x\"}\n");

        assertThat(exit).isEqualTo(err.size() == 0 ? 0 : 1);
        assertThat(results().getLast().get("id").stringValue()).isEqualTo("b");
    }

    @Test
    void readsAByteOrderMark() {
        assertThat(run("\uFEFF{\"id\":\"a\",\"text\":\"x\"}\r\n")).isZero();
    }

    private int run(String input) {
        return run(input.getBytes(UTF_8), 1 << 20);
    }

    private int run(byte[] input, int maxLine) {
        return new AnalyzeCommand(Documents.enricher(), maxLine)
                .run(new ByteArrayInputStream(input), out, new PrintStream(err, true, UTF_8));
    }

    private List<JsonNode> results() {
        return out.toString(UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
    }
}
