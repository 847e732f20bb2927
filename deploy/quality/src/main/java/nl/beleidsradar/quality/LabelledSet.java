package nl.beleidsradar.quality;

import java.util.List;
import java.util.Map;

/** Labelled documents of one origin, and how finds in them are judged. */
interface LabelledSet {

    String name();

    List<Document> documents();

    List<Verdict> judge(Map<String, Analysis> analyses);
}
