package nl.beleidsradar.enrich.reference;

import nl.beleidsradar.contract.ReferenceKind;

/** One cited document: its family and the one spelling of its id. */
record Target(ReferenceKind kind, String canonical) {

    /** Opens the form of a paper in the dossier of whatever document cites it. */
    static final String OWN_DOSSIER = "kst-*-";
}
