package nl.beleidsradar.enrich.reference;

import java.util.Arrays;

/** A growing list of positions in a text. */
final class Starts {

    static final Starts NONE = new Starts();

    private int[] positions = new int[4];
    private int size;
    private boolean ordered = true;

    void add(int position) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
        }
        ordered &= size == 0 || positions[size - 1] <= position;
        positions[size++] = position;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return positions[index];
    }

    /** Literals of different lengths are reported in the order of their ends. */
    Starts inOrder() {
        if (!ordered) {
            Arrays.sort(positions, 0, size);
            ordered = true;
        }
        return this;
    }
}
