/**
 * The events between the services and the few values they are made of. Records only: no framework
 * types, no serialisation annotations. The JSON Schemas and golden examples beside these classes
 * (in {@code contract/}) say how they look on the wire.
 */
@NullMarked
package nl.beleidsradar.contract;

import org.jspecify.annotations.NullMarked;
