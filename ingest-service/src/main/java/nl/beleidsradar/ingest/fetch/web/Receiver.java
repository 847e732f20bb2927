package nl.beleidsradar.ingest.fetch.web;

import java.io.IOException;
import java.io.InputStream;

/** Takes the bytes of a file; what it read counts only if the stream came to its end. */
public interface Receiver<T> {

    T take(InputStream in) throws IOException;
}
