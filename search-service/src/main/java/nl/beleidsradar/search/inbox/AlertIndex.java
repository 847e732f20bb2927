package nl.beleidsradar.search.inbox;

/** The only writer of the alerts' index. */
public class AlertIndex {

    static final String ALIAS = "alerts";

    AlertIndex() {}
}
