/**
 * A real Kafka and a real Elasticsearch for the tests of every module: the ones the local stack
 * runs or, with {@code -Dbeleidsradar.servers=containers}, the images built by deploy/images.
 */
package nl.beleidsradar.local.testing;
