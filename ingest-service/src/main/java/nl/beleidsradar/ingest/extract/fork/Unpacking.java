package nl.beleidsradar.ingest.extract.fork;

import java.io.Serializable;

/**
 * What may be unpacked of a file; goes to the extraction process with the file.
 *
 * @param folder for the documents found, absolute; made when the first is found
 * @param documents at most so many
 * @param bytes at most so many of all of them
 */
public record Unpacking(String folder, int documents, long bytes) implements Serializable {

    /** Metadata of the container: a file's name in the folder, a tab, the document's own name. */
    public static final String DOCUMENT = "beleidsradar:embedded";

    /** Metadata of the container: present where something was left out. */
    public static final String LIMITED = "beleidsradar:embedded-limit";
}
