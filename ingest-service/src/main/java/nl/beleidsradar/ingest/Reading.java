package nl.beleidsradar.ingest;

import nl.beleidsradar.ingest.extract.Extracted;
import nl.beleidsradar.ingest.extract.OcrNeed;

/** What the reading of an original gave, and what of it is still to be read from pictures. */
record Reading(Extracted outcome, OcrNeed need) {

    static Reading failed(Extracted outcome) {
        return new Reading(outcome, OcrNeed.NOTHING);
    }
}
