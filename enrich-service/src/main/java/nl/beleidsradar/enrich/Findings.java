package nl.beleidsradar.enrich;

import java.util.List;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ThemeTag;

/** What was found in one text. */
record Findings(List<ThemeTag> themes, List<Reference> references) {}
