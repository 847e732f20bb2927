package nl.beleidsradar.contract.alert;

import org.jspecify.annotations.Nullable;

/**
 * What a subscription is about. Every part that is set must hold for a document; at least one of
 * theme, query, dossier and reference is set.
 *
 * @param theme theme id
 * @param query in the language of the search box
 * @param dossier number as in {@code 36740-VI}
 * @param reference canonical form of a document: whatever cites it is meant
 * @param source only documents of this source
 * @param type only documents of this type
 */
public record Follow(
        @Nullable String theme,
        @Nullable String query,
        @Nullable String dossier,
        @Nullable String reference,
        @Nullable String source,
        @Nullable String type) {}
