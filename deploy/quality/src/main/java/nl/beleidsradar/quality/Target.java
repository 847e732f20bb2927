package nl.beleidsradar.quality;

import java.io.IOException;
import java.util.List;

/**
 * What a line of the report is to reach; zero where nothing is asked.
 *
 * @param line of the report, or {@code *} for each line of the set without one of its own
 */
record Target(String set, String line, double precision, double recall, double f1) {

    static List<Target> all() throws IOException {
        return HandLabels.lines("targets.tsv").stream()
                .map(row -> row.split("\t", -1))
                .map(c -> new Target(c[0], c[1], number(c[2]), number(c[3]), number(c[4])))
                .toList();
    }

    boolean met(Tally tally) {
        return tally.precision() >= precision && tally.recall() >= recall && tally.f1() >= f1;
    }

    String shown() {
        StringBuilder shown = new StringBuilder();
        append(shown, "P", precision);
        append(shown, "R", recall);
        append(shown, "F1", f1);
        return shown.toString().strip();
    }

    private static void append(StringBuilder shown, String name, double figure) {
        if (figure > 0) {
            shown.append(' ').append(name).append(' ').append(figure);
        }
    }

    private static double number(String text) {
        return text.equals("-") ? 0 : Double.parseDouble(text);
    }
}
