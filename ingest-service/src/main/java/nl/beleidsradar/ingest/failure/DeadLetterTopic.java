package nl.beleidsradar.ingest.failure;

/** The topics of dead letters, each with the step that failed and where its record is retried. */
enum DeadLetterTopic {
    ENRICH("documents.extracted.enrich.dlq", "enrich", "documents.extracted", false),
    INDEX("documents.enriched.index.dlq", "index", "documents.enriched.index.retry", false),
    MATCH("documents.enriched.match.dlq", "match", "documents.enriched.match.retry", false),
    LEDGER("alerts.candidates.ledger.dlq", "match", "alerts.candidates", true),
    DELIVER("alerts.raised.deliver.dlq", "deliver", "alerts.raised", true),
    INBOX("alerts.inbox.dlq", "deliver", "alerts.inbox.retry", false);

    private final String topic;
    private final String stage;
    private final String retry;
    private final boolean samePartition;

    DeadLetterTopic(String topic, String stage, String retry, boolean samePartition) {
        this.topic = topic;
        this.stage = stage;
        this.retry = retry;
        this.samePartition = samePartition;
    }

    String topic() {
        return topic;
    }

    String stage() {
        return stage;
    }

    /** Read by the consumer that failed, and by no other that would do something twice. */
    String retry() {
        return retry;
    }

    /** Whether the partition depends on something else than the key. */
    boolean samePartition() {
        return samePartition;
    }

    /** Whether the key is a document's id. */
    boolean ofDocuments() {
        return this == ENRICH || this == INDEX || this == MATCH;
    }
}
