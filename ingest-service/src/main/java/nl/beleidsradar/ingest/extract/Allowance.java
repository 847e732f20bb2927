package nl.beleidsradar.ingest.extract;

/**
 * How much may still be unpacked of a document, as what was unpacked around it counts too.
 *
 * @param documents embedded in it
 * @param bytes of all of them
 */
public record Allowance(int documents, long bytes) {

    public static final Allowance NONE = new Allowance(0, 0);
    public static final Allowance ANY = new Allowance(Integer.MAX_VALUE, Long.MAX_VALUE);

    Allowance atMost(int most, long mostBytes) {
        return new Allowance(Math.min(documents, most), Math.min(bytes, mostBytes));
    }
}
