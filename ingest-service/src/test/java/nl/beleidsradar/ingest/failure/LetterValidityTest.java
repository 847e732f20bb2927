package nl.beleidsradar.ingest.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.beleidsradar.contract.DocumentId;
import nl.beleidsradar.ingest.ledger.Facts;
import nl.beleidsradar.ingest.ledger.HarvestLedger;
import nl.beleidsradar.ingest.ledger.MemoryLog;
import nl.beleidsradar.ingest.ledger.PublishedText;
import nl.beleidsradar.ingest.ledger.Receipt;
import nl.beleidsradar.service.DeadLetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LetterValidityTest {

    private static final String ID = "ob:kst-1";

    private final HarvestLedger ledger = new HarvestLedger(new MemoryLog(), Clock.systemUTC());
    private final LetterValidity validity = new LetterValidity(ledger);

    @BeforeEach
    void load() {
        ledger.load();
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAWithdrawnDocumentIsTriedAgain(DeadLetterTopic topic) {
        publish(ID, 1);
        assertThat(validity.counts(letter(topic, ID, 1))).isTrue();
        assertThat(validity.maySend(letter(topic, ID, 1))).isTrue();

        ledger.withdraw(ID);

        assertThat(validity.counts(letter(topic, ID, 1))).isFalse();
        assertThat(validity.maySend(letter(topic, ID, 1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENRICH", "INDEX", "MATCH"})
    void anAttachmentThatANewerVersionLacksDoesNotComeBack(DeadLetterTopic topic) {
        publish(ID + "~2", 1);
        ledger.forget(ID + "~2");

        assertThat(validity.counts(letter(topic, ID + "~2", 1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENRICH", "INDEX", "MATCH"})
    void aRecordThatNamesNoDocumentIsAFailure(DeadLetterTopic topic) {
        assertThat(validity.counts(letter(topic, "", 0))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ENRICH", "INDEX", "MATCH"})
    void anAlertOfAnOlderVersionIsStillToBeTold(DeadLetterTopic topic) {
        publish(ID, 2);

        assertThat(validity.counts(letter(topic, ID, 1))).isTrue();
        assertThat(validity.counts(letter(topic, "alert:a1", 0))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENRICH", "INDEX", "MATCH"})
    void anEventOfAnOlderVersionIsVoid(DeadLetterTopic topic) {
        publish(ID, 2);

        assertThat(validity.counts(letter(topic, ID, 1))).isFalse();
        assertThat(validity.counts(letter(topic, ID, 2))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENRICH", "INDEX", "MATCH"})
    void aRemovalIsTriedAgainWhileItsDocumentIsGone(DeadLetterTopic topic) {
        assertThat(validity.counts(removal(topic))).as("forgotten").isTrue();
        publish(ID, 1);
        assertThat(validity.counts(removal(topic))).as("come back").isFalse();
        ledger.withdraw(ID);
        assertThat(validity.counts(removal(topic))).as("withdrawn").isTrue();
    }

    @Test
    void anExtractedEventWaitsForTheNewerOneThatIsOnItsWay() {
        publish(ID, 1);
        ledger.receive(DocumentId.parse(ID), receipt("2"));

        assertThat(validity.counts(letter(DeadLetterTopic.ENRICH, ID, 1))).isTrue();
        assertThat(validity.maySend(letter(DeadLetterTopic.ENRICH, ID, 1))).isFalse();
        assertThat(validity.maySend(letter(DeadLetterTopic.INDEX, ID, 1))).isTrue();
    }

    private void publish(String id, long sequence) {
        ledger.receive(DocumentId.parse(id), receipt("1"));
        ledger.published(
                ledger.entry(id).orElseThrow(),
                new PublishedText(sequence, "texts/t", "Motie", List.of()));
    }

    private static Receipt receipt(String digit) {
        return new Receipt(
                "sha256-" + digit.repeat(64), 1, Facts.ofFile("a.txt"), Instant.EPOCH, false);
    }

    private static SetAside letter(DeadLetterTopic topic, String document, long sequence) {
        return aside(topic, document, sequence, false);
    }

    private static SetAside removal(DeadLetterTopic topic) {
        return aside(topic, ID, 0, true);
    }

    private static SetAside aside(
            DeadLetterTopic topic, String document, long sequence, boolean removal) {
        var letter = new DeadLetter("t", 0, document, removal, "refused", "", 1);
        return new SetAside(topic, document, 7, letter, document, null, sequence, Instant.EPOCH);
    }
}
