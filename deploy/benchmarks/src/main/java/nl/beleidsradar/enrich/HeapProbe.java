package nl.beleidsradar.enrich;

/** Enriches one text and ends: run in ever smaller heaps by {@link HeapSearch}. */
final class HeapProbe {

    private HeapProbe() {}

    /**
     * @param arguments the number of million characters
     */
    public static void main(String[] arguments) {
        Subject subject = Subject.packaged();
        subject.finds("Kamerstuk 34919, nr. 74 over cyberveiligheid.");
        String megabyte = HeapSearch.megabyte();
        int times = Integer.parseInt(arguments[0]);
        String text = times == 1 ? megabyte : megabyte.repeat(times);
        System.out.println(subject.finds(text));
    }
}
