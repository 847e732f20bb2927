/**
 * Runs the whole stack on one machine: Kafka, Elasticsearch, a mail server and the three services,
 * each a process of its own that is watched and, when it dies, started again. Plain Java, so that
 * it starts at once; its server classes also give the tests their real servers.
 */
@NullMarked
package nl.beleidsradar.local;

import org.jspecify.annotations.NullMarked;
