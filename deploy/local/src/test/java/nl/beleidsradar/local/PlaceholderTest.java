package nl.beleidsradar.local;

/** x */
class PlaceholderTest {}
