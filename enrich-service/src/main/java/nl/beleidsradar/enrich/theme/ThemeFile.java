package nl.beleidsradar.enrich.theme;

import java.util.List;
import nl.beleidsradar.enrich.theme.YamlFields.Text;

/**
 * A theme as read, with the lines its examples stand on.
 *
 * @param problems takes what is still found wrong with it
 */
record ThemeFile(Theme theme, List<Text> must, List<Text> mustNot, FileProblems problems) {}
