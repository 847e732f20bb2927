/**
 * A real Kafka, a real Elasticsearch and a real mail server for the tests of every module: the ones
 * the local stack runs or, with {@code -Dbeleidsradar.servers=containers}, for the first two the
 * images built by deploy/images.
 */
package nl.beleidsradar.local.testing;
